import { untilOf } from '../recognising/plan-tables.ts';
import { CONTENT, WIDE_LABEL, type Around, type InputOf } from './common-rows.ts';
import { dateFrom, dateText, untilText, written } from './field-text.ts';
import { head, short, under, value, type LayoutRow } from './layout.ts';
import { blankRows, keyed } from './row-keys.ts';

/** Ends of periods that stand side by side. */
const A_LINE = 4;
type Payment = NonNullable<InputOf<'project'>['paymentPlan']>[number];
const USUAL: readonly Payment[] = ['--03', '--06', '--09', '--12'].map((until) => ({ until }));
const untilWays = { print: untilText, parse: (text: string) => untilOf(text) ?? text };
const dateWays = { print: dateText, parse: dateFrom };

/** 资金支出计划: the ends of periods, and under each the share paid by then, four side by side. */
export function paymentRows({ paymentPlan = [] }: InputOf<'project'>, { isTemplate }: Around): LayoutRow[] {
  const payments = keyed<Payment>(isTemplate && paymentPlan.length === 0 ? USUAL : paymentPlan);
  const lines = Array.from({ length: Math.ceil(payments.length / A_LINE) }, (_, at) =>
    payments.slice(at * A_LINE, (at + 1) * A_LINE),
  );
  const rows = lines.flatMap((line): LayoutRow[] => {
    const widths = line.map((_, at) => (at === line.length - 1 ? CONTENT - (line.length - 1) * 4 : 4));
    const heads = line.map(({ key, row }, at) => {
      const { path, text } = written(`/paymentPlan/${key}/until`, row.until, untilWays);
      return { ...short(path, text, widths[at] ?? 4), role: 'head' as const };
    });
    const percents = line.map(({ key, row }, at) =>
      short(`/paymentPlan/${key}/percent`, row.percent, widths[at] ?? 4),
    );
    return [heads, percents];
  });
  return rows.length === 0 ? [] : under('资金支出计划（%）', WIDE_LABEL, rows);
}

/** 项目年度实施进度计划: what is done from when to when. */
export function scheduleRows({ schedule = [] }: InputOf<'project'>, { isTemplate }: Around): LayoutRow[] {
  const steps = [
    ...keyed(schedule),
    ...blankRows<(typeof schedule)[number]>(isTemplate ? 3 : 0, schedule.length),
  ];
  const rows = steps.map(({ key, row }): LayoutRow => {
    const from = written(`/schedule/${key}/from`, row.from, dateWays);
    const to = written(`/schedule/${key}/to`, row.to, dateWays);
    return [
      value(`/schedule/${key}/content`, row.content, 8),
      short(from.path, from.text, 4),
      short(to.path, to.text, 4),
    ];
  });
  const titles = [head('项目实施内容', 8), head('开始时间', 4), head('结束时间', 4)];
  return rows.length === 0 ? [] : under('项目年度实施进度计划', WIDE_LABEL, [titles, ...rows]);
}
