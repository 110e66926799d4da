import { type CampaignView } from '#contracts';
import { DEFAULT_RULE_SET } from '#domain';
import { type Form } from '#form';
import { defaultSheetRules, scoreSheet, type ReasonDue, type ScoreSheet, type SheetLine } from '#scoring';

import { type Evidence } from '../evidence/index.ts';
import { stepsText } from '../words/index.ts';

/** What the unit puts down for one indicator. */
export interface Entry {
  actual: string;
  points: string;
  reason: string;
  evidence?: readonly Evidence[];
}
/** The self-evaluation under one's hands; amounts in 万元. */
export interface Entries {
  paid: string;
  budget: string;
  byIndicator: Readonly<Record<string, Entry>>;
}

export const BLANK_ENTRY: Entry = { actual: '', points: '', reason: '' };

export const REASONS: Readonly<Record<ReasonDue, string>> = {
  'not-full': '未得满分',
  overshoot: '明显超出目标',
  'given-by-person': '与自动评分不同',
};

/** The sheet as it stands, scored under the campaign's rule set; the server scores the same way. */
export function sheetOf(form: Form, entries: Entries, campaign: CampaignView | undefined): ScoreSheet {
  const { tree, partStep, gradeBounds } = campaign?.ruleSet ?? DEFAULT_RULE_SET;
  const grades = { 优: gradeBounds.excellent, 良: gradeBounds.good, 中: gradeBounds.fair };
  const actuals = Object.entries(entries.byIndicator)
    .filter(([, { actual }]) => actual.trim() !== '')
    .map(([indicatorId, { actual, points, reason }]) => ({
      indicatorId,
      actual,
      reason,
      ...(points !== '' && { points }),
    }));
  const { paid, budget } = entries;
  return scoreSheet(
    form.indicators ?? [],
    { paid, budget, actuals },
    { ...defaultSheetRules(tree), partStep, grades },
  );
}

/** An amount in 万元 as the server takes it. */
const AMOUNT = /^(?:0|[1-9]\d{0,8})(?:\.\d{1,6})?$/u;

/** What is wrong with an amount, in words; empty where nothing is. */
export function missingInAmount(text: string): string {
  if (text === '') return '请填写金额';
  return AMOUNT.test(text) ? '' : `“${text}”不是金额，请只填数字，最多六位小数`;
}

/** What is wrong with a correction of the bureau's, in words; one without points changes nothing. */
export function missingInCorrection({ points, reason }: { points: string; reason: string }): string {
  if (points === '') return '';
  if (!/^\d{1,3}(?:\.\d{1,2})?$/u.test(points)) return `“${points}”不是分数，请只填数字，最多两位小数`;
  return reason.trim() === '' ? '请写明核定的理由' : '';
}

/** What is still missing in a line before it can be sent, in words; empty where nothing is. */
export function missingIn({ actual, scored, points, reasonsDue, reason }: SheetLine): string {
  if (actual === null) return '请填写实际完成值';
  if (scored.kind === 'invalid') return scored.why;
  if (points === null) return '请填写得分并说明原因';
  return reasonsDue.length > 0 && reason === null
    ? `${REASONS[reasonsDue[0] ?? 'not-full']}，请说明原因`
    : '';
}

/** How the points came about, or why a person has to give them. */
export const stepsOf = ({ actual, scored }: SheetLine): string => {
  if (actual === null) return '';
  return scored.kind === 'score' ? stepsText(scored.steps) : scored.why;
};

/** As the request has it. */
export function selfEvaluationBody({ paid, budget, byIndicator }: Entries) {
  return {
    paid,
    budget,
    actuals: Object.entries(byIndicator).map(([indicatorId, { actual, points, reason, evidence = [] }]) => ({
      indicatorId,
      actual: actual.trim(),
      ...(points.trim() !== '' && { points: points.trim() }),
      ...(reason.trim() !== '' && { reason: reason.trim() }),
      ...(evidence.length > 0 && { evidence: evidence.map(({ sha256 }) => sha256) }),
    })),
  };
}
