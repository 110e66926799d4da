import type { ScoringRow } from '#scoring';

import { recordsOf } from './corpus.ts';

/** A row of a department's table, with the kind of rule that its reader saw. */
export interface LabelledRow extends ScoringRow {
  readonly departmentIndex: number;
  readonly rowIndex: number;
  readonly ruleKind: string;
}

/** A row with an actual value and the outcome that two readers agreed on. */
export interface LabelledCase {
  readonly id: string;
  readonly row: ScoringRow;
  readonly actual: string;
  readonly expected: { readonly kind: 'score' | 'manual' | 'invalid'; readonly score?: number };
  readonly readings?: Readonly<Record<'wholeSteps' | 'proportional' | 'partAsWhole', number>>;
  readonly manualAcceptable?: boolean;
}

export const rows = (): LabelledRow[] => recordsOf<LabelledRow>('scoring/rows.jsonl');
export const cases = (): LabelledCase[] => recordsOf<LabelledCase>('scoring/cases.jsonl');
