export type { ScorableIndicator, ScoringRow } from './indicator.ts';
export { indicatorOf } from './indicator.ts';
export { compile } from './compile.ts';
export { readBack } from './read-back.ts';
export type { Marks, NeedsPerson, PersonCode, Rule, Threshold } from './rule.ts';
export type { Measure } from './measure.ts';
export { ASK, score, scoreRow } from './score.ts';
export type { PartStep, Policy, Scoring } from './score/outcome.ts';
export type { Forecast, Pace } from './sheet/forecast.ts';
export { forecast } from './sheet/forecast.ts';
export type { IndicatorTree, SheetRules } from './sheet/rules.ts';
export { defaultSheetRules } from './sheet/rules.ts';
export type {
  ReasonDue,
  ScoreSheet,
  SheetEntry,
  SheetFigures,
  SheetGrade,
  SheetLine,
} from './sheet/sheet.ts';
export { gradeOf, scoreSheet } from './sheet/sheet.ts';
