import type { EarnPerUnit } from '../rule.ts';
import { inBase } from '../measure.ts';
import { areComparable } from '../text/units.ts';
import { quantityOf } from '../text/outcomes.ts';
import { has } from '../text/tokens.ts';
import type { Draft, Shaped } from './draft.ts';
import { awards, does, marksOf, needsPerson, offTopic } from './draft.ts';

/** 每完成1项得2分，满分10分 (C14). */
export function earnShape(draft: Draft): Shaped {
  const [only, ...others] = draft.statements;
  const part = only?.clause.parts.at(-1) ?? [];
  const each = part.findIndex((token) => has(token, 'each'));
  if (only === undefined || each < 0 || !does(only, 'award')) return null;
  const { measure } = draft;
  const quantity = part
    .slice(each)
    .map(quantityOf)
    .find((one) => one !== null);
  const own = quantity?.unit == null || (measure.unit !== null && areComparable(quantity.unit, measure.unit));
  if (quantity == null || !own || others.length > 0 || awards(draft).length > 1) {
    return needsPerson(
      measure,
      'several-conditions',
      '评分标准按项累加得分，实际值看不出完成了几项，请人工评分。',
    );
  }
  const marks = marksOf(draft, undefined);
  if ('kind' in marks) return marks;
  const off = offTopic(draft, only.clause.parts);
  const amount = inBase(quantity, measure.unit, measure.scale);
  if (off !== null || amount === null || !amount.gt(0) || only.outcome.does !== 'award') return off;
  return {
    kind: 'earn',
    amount,
    points: only.outcome.points,
    marks,
    measure,
  } satisfies EarnPerUnit;
}
