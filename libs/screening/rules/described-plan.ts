import { Decimal } from 'decimal.js';
import { labelOf, type ProjectForm } from '#form';
import { rule, type Flaw } from '../finding.ts';
import type { IndicatorReading } from '../indicator-reading.ts';
import { readDate } from '../calendar.ts';

/** 6月底完成50%，10月底完成75%; in a text whose sign of money is the payment or its 进度. */
const STEP = /(\d{1,2})\s*月\s*[底末第份前]*\s*(?:完成|支付|支出|达到|拨付)\s*(\d+(?:\.\d+)?)\s*%/g;
const OF_MONEY = /支付|支出|拨付|发放|进度|资金/;

function stepsIn(text: string): Map<number, string> {
  return new Map(
    [...text.normalize('NFKC').matchAll(STEP)].map((match) => [Number(match[1]), match[2] ?? '']),
  );
}

function differing(form: ProjectForm, { name, path, row }: IndicatorReading): Flaw[] {
  const text = row.description ?? row.explanation ?? '';
  const steps = stepsIn(text);
  if (steps.size < 2 || !OF_MONEY.test(`${name}${text}`)) return [];
  const field = row.description === undefined ? 'explanation' : 'description';
  return (form.paymentPlan ?? []).flatMap(({ until, percent }) => {
    const month = readDate(until ?? '')?.month;
    const said = month === undefined ? undefined : steps.get(month);
    if (month === undefined || said === undefined || percent === undefined) return [];
    if (new Decimal(said).equals(percent)) return [];
    const message = `“${labelOf(`${path}/${field}`)}”写 ${String(month)} 月完成 ${said}%，资金支出计划为 ${percent}%，两者不一致，请核对`;
    return [{ path: `${path}/${field}`, message }];
  });
}

export const describedPlanRules = [
  rule({
    code: 'text-differs-from-payment-plan',
    title: '指标描述的支付进度与资金支出计划一致',
    severity: 'warning',
    appliesTo: ['project'],
    restsOn: '财预〔2015〕88号附件“相关性”审核：绩效指标与资金安排一致',
    check: ({ form, rows }) =>
      form.paymentPlan === undefined ? '表中没有资金支出计划' : rows.flatMap((row) => differing(form, row)),
  }),
];
