import type { ProjectForm } from '#form';
import { onDirection, onProject, onRow, withRow, type Plant } from './plant.ts';

type Step = NonNullable<ProjectForm['paymentPlan']>[number];

const plan = (
  spelling: string,
  finds: string,
  spoilt: (steps: readonly Step[]) => Step[] | undefined,
  follows: readonly string[] = [],
): Plant => ({
  kind: 'payment plan',
  spelling,
  finds: [finds],
  follows: ['text-differs-from-payment-plan', ...follows],
  spoil: onProject(({ paymentPlan = [] }) => {
    const isFull = paymentPlan.length > 2 && paymentPlan.every(({ percent }) => percent !== undefined);
    const paymentPlanSpoilt = isFull ? spoilt(paymentPlan) : undefined;
    return paymentPlanSpoilt && { paymentPlan: paymentPlanSpoilt };
  }),
});

const withPercent = (steps: readonly Step[], percents: readonly (string | undefined)[]): Step[] =>
  steps.map(({ percent: _, ...step }, index) => {
    const percent = percents[index];
    return percent === undefined ? step : { ...step, percent };
  });

const planPlants: readonly Plant[] = [
  plan('falls in the second period', 'payment-plan-falls', (steps) =>
    withPercent(steps, ['50', '30', '75', '100']),
  ),
  plan('each period by itself', 'payment-plan-end', (steps) => withPercent(steps, ['25', '25', '25', '25']), [
    'payment-plan-falls',
  ]),
  plan('ends at 95', 'payment-plan-end', (steps) =>
    withPercent(
      steps,
      steps.map((_, at) => (at === steps.length - 1 ? '95' : String((at + 1) * 10))),
    ),
  ),
  plan('nothing until the last period', 'payment-plan-all-at-end', (steps) =>
    withPercent(
      steps,
      steps.map((_, at) => (at === steps.length - 1 ? '100' : '0')),
    ),
  ),
  plan('a blank period', 'payment-plan-blank', (steps) =>
    withPercent(
      steps,
      steps.map(({ percent }, at) => (at === 1 ? undefined : percent)),
    ),
  ),
];

const period = (
  spelling: string,
  finds: readonly string[],
  to: (year: number) => { from: string; to: string },
): Plant => ({
  kind: 'dates',
  spelling,
  finds,
  follows: ['schedule-outside-period', 'period-outside-fiscal-year', 'ends-before-start'],
  spoil: onProject(({ fiscalYear }) => (fiscalYear === undefined ? undefined : { period: to(fiscalYear) })),
});

const datePlants: readonly Plant[] = [
  period('30 February', ['impossible-date'], (year) => ({
    from: `${String(year)}-01-01`,
    to: `${String(year)}年2月30日`,
  })),
  period('month 13', ['impossible-date'], (year) => ({
    from: `${String(year)}.01`,
    to: `${String(year)}.13`,
  })),
  period('31 November', ['impossible-date'], (year) => ({
    from: `${String(year)}/1/1`,
    to: `${String(year)}/11/31`,
  })),
  period('end before start', ['ends-before-start'], (year) => ({
    from: `${String(year)}年10月`,
    to: `${String(year)}年3月`,
  })),
  period('end a year before start', ['ends-before-start'], (year) => ({
    from: `${String(year)}-01`,
    to: `${String(year - 1)}-12`,
  })),
  period('last year as period', ['period-outside-fiscal-year'], (year) => ({
    from: `${String(year - 1)}.1.1`,
    to: `${String(year - 1)}.12.31`,
  })),
  {
    kind: 'dates',
    spelling: 'a step of the schedule in another year',
    finds: ['schedule-outside-period'],
    spoil: onProject(({ schedule = [], fiscalYear }) => {
      const [first, ...rest] = schedule;
      if (!first || fiscalYear === undefined) return undefined;
      const year = String(fiscalYear + 2);
      return { schedule: [{ ...first, from: `${year}-03`, to: `${year}-05` }, ...rest] };
    }),
  },
  {
    kind: 'dates',
    spelling: 'period of a direction turned round',
    finds: ['ends-before-start'],
    follows: ['period-outside-fiscal-year', 'period-value-outside-period'],
    spoil: onDirection(({ fiscalYear }) =>
      fiscalYear === undefined
        ? undefined
        : { implementationPeriod: { from: String(fiscalYear + 2), to: String(fiscalYear) } },
    ),
  },
];

const DEADLINES = ['年12月31日前', '年12月底前', '年底前完成', '年11月30日', '.12.31前', '年12月'];

const deadlinePlants: readonly Plant[] = DEADLINES.map((words) => ({
  kind: 'deadline in another year',
  spelling: words,
  finds: ['deadline-in-another-year'],
  spoil: withRow(({ fiscalYear }) =>
    fiscalYear === undefined
      ? undefined
      : {
          level1: '产出指标',
          level2: '时效指标',
          name: '工作任务完成时间',
          value: `${String(fiscalYear - 1)}${words}`,
        },
  ),
}));

export const timePlants: readonly Plant[] = [
  ...planPlants,
  ...datePlants,
  ...deadlinePlants,
  {
    kind: 'deadline in another year',
    spelling: 'the year of a date of the form',
    finds: ['deadline-in-another-year'],
    follows: ['explanation-differs-from-value', 'threshold-differs-from-target'],
    spoil: onRow(
      ({ value = '' }, { fiscalYear }) =>
        fiscalYear !== undefined && value.includes(`${String(fiscalYear)}年`),
      ({ value = '' }, { fiscalYear = 0 }) => ({
        value: value.replaceAll(String(fiscalYear), String(fiscalYear - 1)),
      }),
    ),
  },
];
