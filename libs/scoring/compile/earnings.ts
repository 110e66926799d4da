import type { Decimal } from '../decimal.ts';
import type { Measure } from '../measure.ts';
import { inBase } from '../measure.ts';
import type { Clause } from '../text/clauses.ts';
import { areComparable } from '../text/units.ts';
import { quantityOf } from '../text/outcomes.ts';
import type { Quantity } from '../text/tokens.ts';
import { has } from '../text/tokens.ts';
import type { Draft, Shaped } from './draft.ts';
import { marksOf, needsPerson, offTopic } from './draft.ts';

/** 每完成1项得2分，满分10分 (C14). */
export function earnShape(draft: Draft): Shaped {
  const [only, another] = draft.statements;
  if (only?.outcome.does !== 'award' && only?.outcome.does !== 'bonus') return null;
  const earned = earnedPart(only.clause);
  if (earned === null) return null;
  const { measure } = draft;
  const amount = ownAmount(earned, measure);
  if (amount === null || another !== undefined) {
    return needsPerson(
      measure,
      'several-conditions',
      '评分标准按项累加得分，实际值看不出完成了几项，请人工评分。',
    );
  }
  const marks = marksOf(draft, undefined);
  if ('kind' in marks) return marks;
  const { points } = only.outcome;
  return offTopic(draft, only.clause.parts) ?? { kind: 'earn', amount, points, marks, measure };
}

/** The figures after 每 in the last part of a clause; null without 每. */
function earnedPart({ parts }: Clause): Quantity[] | null {
  const part = parts.at(-1) ?? [];
  const each = part.findIndex((token) => has(token, 'each'));
  return each < 0 ? null : part.slice(each).flatMap((token) => quantityOf(token) ?? []);
}

/** The unit that earns, in the row's base; null when the row does not count it. */
function ownAmount([quantity]: readonly Quantity[], { unit, scale }: Measure): Decimal | null {
  if (quantity === undefined) return null;
  if (quantity.unit !== null && (unit === null || !areComparable(quantity.unit, unit))) return null;
  const amount = inBase(quantity, unit, scale);
  return amount?.gt(0) === true ? amount : null;
}
