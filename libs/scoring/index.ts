export type { ScorableIndicator, ScoringRow } from './indicator.ts';
export { indicatorOf } from './indicator.ts';
export { compile } from './compile.ts';
export type { NeedsPerson, PersonCode, Rule } from './rule.ts';
export { ASK, score, scoreRow } from './score.ts';
export type { PartStep, Policy, Scoring } from './score/outcome.ts';
