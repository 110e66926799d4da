import { Decimal } from 'decimal.js';
import type { ProjectForm } from '#form';
import { rule, type Flaw } from '../finding.ts';
import { readDate } from '../calendar.ts';

const RESTS_ON = '绩效目标申报表填报说明：资金支出计划为累计进度，年底达到 100%；《预算法》第五十七条';

type Step = NonNullable<ProjectForm['paymentPlan']>[number];
type Filled = Step & { percent: string };
const isFilled = (step: Step): step is Filled => step.percent !== undefined;

/** How the paper names a step: `--03` is 3月底. */
export function nameOf({ until, id }: Step): string {
  const month = readDate(until ?? '')?.month;
  return month === undefined ? (until ?? id) : `${String(month)}月底`;
}

function falls(plan: readonly Filled[]): Flaw[] {
  return plan.slice(1).flatMap((step, index) => {
    const before = plan[index];
    if (!before || new Decimal(step.percent).gte(before.percent)) return [];
    const message = `累计支出进度由${nameOf(before)}的 ${before.percent}% 降为${nameOf(step)}的 ${step.percent}%，累计数不应下降，请改正`;
    return [{ path: `/paymentPlan/${step.id}/percent`, message }];
  });
}

function endsElsewhere(plan: readonly Filled[]): Flaw[] {
  const last = plan.at(-1);
  if (!last || new Decimal(last.percent).equals(100)) return [];
  const total = plan.reduce((sum, step) => sum.plus(step.percent), new Decimal(0));
  const hint = total.equals(100) ? '各期之和为 100%，是否填成了当期数？请改填累计数' : '请改为 100%';
  const path = `/paymentPlan/${last.id}/percent`;
  const message = `累计支出进度到${nameOf(last)}为 ${last.percent}%，年底应达到 100%，${hint}`;
  return [{ path, message, ...(total.equals(100) ? {} : { fix: { path, value: '100' } }) }];
}

export const paymentPlanRules = [
  rule({
    code: 'payment-plan-falls',
    title: '累计支出进度不下降',
    severity: 'error',
    appliesTo: ['project'],
    restsOn: RESTS_ON,
    check: ({ form }) => {
      const plan = (form.paymentPlan ?? []).filter(isFilled);
      return plan.length < 2 ? '资金支出计划填写不足两期' : falls(plan);
    },
  }),
  rule({
    code: 'payment-plan-end',
    title: '累计支出进度年底达到 100%',
    severity: 'error',
    appliesTo: ['project'],
    restsOn: RESTS_ON,
    check: ({ form }) => {
      const steps = form.paymentPlan ?? [];
      const plan = steps.filter(isFilled);
      if (plan.length === 0) return '没有填写资金支出计划';
      const last = steps.at(-1);
      return last && !isFilled(last) ? '最后一期未填写，见“资金支出计划各期均已填写”' : endsElsewhere(plan);
    },
  }),
  rule({
    code: 'payment-plan-blank',
    title: '资金支出计划各期均已填写',
    severity: 'warning',
    appliesTo: ['project'],
    restsOn: RESTS_ON,
    check: ({ form }) => {
      const plan = form.paymentPlan ?? [];
      if (plan.length === 0) return '表中没有资金支出计划';
      const blank = plan.filter((step) => !isFilled(step)).map(nameOf);
      if (blank.length === 0) return [];
      return [
        {
          path: '/paymentPlan',
          message: `资金支出计划${blank.join('、')}未填写，请填写累计进度（没有支出的填 0）`,
        },
      ];
    },
  }),
  rule({
    code: 'payment-plan-all-at-end',
    title: '资金不全部压到最后一期支出',
    severity: 'warning',
    appliesTo: ['project'],
    restsOn: '《预算法》第五十七条：及时、足额拨付预算支出资金；财预〔2015〕88号附件“可行性”审核',
    check: ({ form }) => {
      const plan = (form.paymentPlan ?? []).filter(isFilled);
      const last = plan.at(-1);
      if (plan.length < 2 || !last) return '资金支出计划填写不足两期';
      const earlier = plan.slice(0, -1);
      if (
        !new Decimal(last.percent).equals(100) ||
        !earlier.every(({ percent }) => new Decimal(percent).isZero())
      )
        return [];
      const message = `${earlier.map(nameOf).join('、')}支出进度均为 0，${nameOf(last)}一次达到 100%，请说明理由或均衡安排`;
      return [{ path: `/paymentPlan/${last.id}/percent`, message }];
    },
  }),
];
