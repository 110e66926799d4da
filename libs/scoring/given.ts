import { scoreRow } from './score.ts';
import type { ScoringRow } from './indicator.ts';
import type { PartStep } from './score/outcome.ts';

/** A row for specs: ≥ 95 % of satisfaction for 10 points, unless said otherwise. */
export function row(rule: string, changes: Partial<ScoringRow> = {}): ScoringRow {
  return { name: '群众满意度', type: '≥', value: '95', unit: '%', weightText: '10分', ...changes, rule };
}

/** Points as text, or the kind of the refusal. */
export function points(given: ScoringRow, actual: string, partStep: PartStep = 'ask'): string {
  const scoring = scoreRow({ row: given, actual, partStep });
  return scoring.kind === 'score' ? scoring.score : scoring.kind;
}
