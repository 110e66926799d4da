import { conditionShape } from './compile/conditions.ts';
import { datedShape, proportionalShape, withDays } from './compile/dates.ts';
import { deductionShape } from './compile/deductions.ts';
import type { Draft, Shaped } from './compile/draft.ts';
import { does, needsPerson, statementOf } from './compile/draft.ts';
import { earnShape } from './compile/earnings.ts';
import { gradesShape } from './compile/grades.ts';
import { tiersShape } from './compile/tiers.ts';
import { trendShape } from './compile/trends.ts';
import type { ScorableIndicator } from './indicator.ts';
import { measureOf, weightOf } from './measure.ts';
import type { NeedsPerson, Rule } from './rule.ts';
import { readClauses } from './text/clauses.ts';
import { withFormulas } from './text/formulas.ts';
import { normalise } from './text/normalise.ts';
import { tokenize } from './text/tokens.ts';

const NO_RULE = new Set(['', '无', '-', '/', '不适用', '—', '暂无']);

/** Only one shape fits a text: they differ by the number and kind of their clauses. */
const SHAPES: readonly ((draft: Draft) => Shaped)[] = [
  deductionShape,
  earnShape,
  proportionalShape,
  tiersShape,
  gradesShape,
  trendShape,
  datedShape,
  conditionShape,
];

/**
 * Reads a scoring text (评分标准) of an indicator to its last character, or says why only a person can apply it.
 * Never throws; conventions C1 to C17 of the labelled corpus decide between readings.
 */
export function compile(ruleText: string, indicator: ScorableIndicator): Rule | NeedsPerson {
  const measure = measureOf(indicator);
  const text = withFormulas(normalise(ruleText).replace(/^读作:/u, ''));
  if (NO_RULE.has(text)) return needsPerson(measure, 'no-rule', '没有评分标准，请人工评分。');
  const weight = weightOf(indicator.weight);
  if (weight === null) return needsPerson(measure, 'no-weight', '没有分值，请先填写分值。');
  const reading = readClauses(tokenize(text));
  if (reading.unread.length > 0) {
    const code = reading.clauses.length === 0 ? 'no-score-stated' : 'not-understood';
    return needsPerson(measure, code, `评分标准中“${reading.unread.join('；')}”没有读懂，请改写或人工评分。`);
  }
  const { stated, goesOn, numbered, partsOfStep, caps } = reading;
  const limit = stated[0] ?? weight;
  const [most, ...others] = caps.filter((cap) => !cap.eq(limit) && !cap.eq(weight));
  if (others.length > 0 || most?.gt(weight) === true) return capConflict(measure);
  const statements = reading.clauses.map(statementOf);
  const draft = { statements, stated, goesOn, numbered, weight, measure, indicator, partsOfStep };
  return understand({ ...draft, most: most ?? null });
}

function capConflict(measure: Draft['measure']): NeedsPerson {
  return needsPerson(measure, 'kind-conflict', '评分标准写的最多扣分与分值不同，请人工评分。');
}

function understand(draft: Draft): Rule | NeedsPerson {
  const { measure, statements } = draft;
  if (statements.length === 0)
    return needsPerson(measure, 'no-score-stated', '评分标准没有写明怎样得分或扣分。');
  if (statements.length > 1 && statements.some((statement) => does(statement, 'bonus'))) {
    return needsPerson(measure, 'bonus', '评分标准既有加分又有扣分，请人工评分。');
  }
  for (const shape of SHAPES) {
    const shaped = shape(draft);
    if (shaped === null) continue;
    const isWhole = shaped.kind === 'needs-person' || shaped.kind === 'deduction';
    return isWhole ? shaped : withoutLimits(shaped, draft);
  }
  return needsPerson(measure, 'not-understood', '评分标准没有读懂，请改写或人工评分。');
}

/** 最多扣3分 and 不足1天按1天计 are of a rule with steps of the row's own figure; elsewhere they are for a person. */
function withoutLimits(rule: Rule, draft: Draft): Rule | NeedsPerson {
  if (draft.most !== null) return capConflict(draft.measure);
  if (draft.partsOfStep.length > 0) {
    return needsPerson(draft.measure, 'kind-conflict', '评分标准说的不足一档与扣分条件对不上，请人工评分。');
  }
  return rule.kind === 'occurrence' ? withDays(rule, draft) : rule;
}
