import { type Bars } from '../charts/index.ts';
import { type CampaignProgress, type DepartmentProgress } from '../api/index.ts';
import { daysBetween } from '../words/index.ts';
import { wayOf, type Step } from './steps.ts';

/** What a leader asks; each answer is a sentence, a picture, and the table of the same figures. */
export const QUESTIONS = ['late', 'stuck', 'returns', 'amounts'] as const;
export type Question = (typeof QUESTIONS)[number];

export const QUESTION_TERMS: Readonly<Record<Question, string>> = {
  late: '谁晚了',
  stuck: '卡在哪里',
  returns: '退回多少次',
  amounts: '资金走到哪一步',
};

export interface Answer {
  /** The answer in words, from the same figures as the picture. */
  sentence: string;
  bars: Bars;
  /** What each category stands for: departments by code, or steps by key. */
  keys: readonly string[];
}

/** @param today YYYY-MM-DD in China */
export function answerTo(question: Question, progress: CampaignProgress, today: string): Answer {
  switch (question) {
    case 'late':
      return late(progress.departments);
    case 'stuck':
      return stuck(progress, today);
    case 'returns':
      return returns(progress.departments);
    case 'amounts':
      return amounts(progress);
  }
}

const byDepartment = (departments: readonly DepartmentProgress[]) => ({
  keys: departments.map(({ department }) => department.code),
  categories: departments.map(({ department }) => department.name),
});

/** Not yet due, and not counted late. */
export const notYet = ({ targets, onTime, late: overdue }: DepartmentProgress): number =>
  Math.max(0, targets - onTime - overdue);

function late(departments: readonly DepartmentProgress[]): Answer {
  const sorted = [...departments].sort((a, b) => b.late - a.late || notYet(b) - notYet(a));
  const slow = sorted.filter((one) => one.late > 0);
  const open = sorted.reduce((sum, one) => sum + notYet(one), 0);
  const { keys, categories } = byDepartment(sorted);
  return {
    sentence:
      slow.length === 0
        ? `没有逾期送审的目标${open > 0 ? `；还有 ${String(open)} 个未到期或不再送审` : ''}。`
        : `${String(slow.length)} 个部门逾期，最多的是${slow[0]?.department.name ?? ''}（${String(slow[0]?.late ?? 0)} 个）。`,
    keys,
    bars: {
      categories,
      unit: '个',
      series: [
        { name: '逾期', tone: 'late', values: sorted.map((one) => one.late) },
        { name: '按时送审', tone: 'good', values: sorted.map((one) => one.onTime) },
        { name: '未到期或不再送审', tone: 'idle', values: sorted.map(notYet) },
      ],
    },
  };
}

/** Where somebody has to do something: a draft lies with its unit, the rest with whoever reviews. */
const isWaiting = ({ state }: Step): boolean =>
  state === 'draft' || state === 'returned' || state === 'in-review';

function stuck(progress: CampaignProgress, today: string): Answer {
  const steps = wayOf(progress).filter(isWaiting);
  const [most] = steps.filter(({ state }) => state === 'in-review').sort((a, b) => b.count - a.count);
  const days = most?.since === undefined ? null : daysBetween(most.since.slice(0, 10), today);
  return {
    sentence:
      most === undefined || most.count === 0
        ? '没有目标停在审核环节。'
        : `审核中积压最多的是${most.label}：${String(most.count)} 个${days === null ? '' : `，最久的已等 ${String(days)} 天`}。`,
    keys: steps.map(({ key }) => key),
    bars: {
      categories: steps.map(({ label }) => label),
      unit: '个',
      series: [{ name: '目标', tone: 'waiting', values: steps.map(({ count }) => count) }],
    },
  };
}

function returns(departments: readonly DepartmentProgress[]): Answer {
  const sorted = [...departments].sort((a, b) => b.returns - a.returns);
  const total = sorted.reduce((sum, one) => sum + one.returns, 0);
  const submitted = sorted.reduce((sum, one) => sum + one.submitted, 0);
  const { keys, categories } = byDepartment(sorted);
  return {
    sentence:
      total === 0
        ? '还没有目标被退回过。'
        : `共退回 ${String(total)} 次，平均每个送审目标 ${(total / Math.max(1, submitted)).toFixed(2)} 次。`,
    keys,
    bars: {
      categories,
      unit: '次',
      series: [{ name: '退回次数', tone: 'returned', values: sorted.map((one) => one.returns) }],
    },
  };
}

function amounts(progress: CampaignProgress): Answer {
  const steps = wayOf(progress);
  const granted = steps.filter(({ state }) => ['granted', 'self-evaluated', 'evaluated'].includes(state));
  const count = granted.reduce((sum, step) => sum + step.count, 0);
  return {
    sentence: count === 0 ? '还没有批复的目标。' : `已批复 ${String(count)} 个目标，金额见下。`,
    keys: steps.map(({ key }) => key),
    bars: {
      categories: steps.map(({ label }) => label),
      unit: '万元',
      series: [{ name: '金额', tone: 'good', values: steps.map(({ amount }) => Number(amount)) }],
    },
  };
}
