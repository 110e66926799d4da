import { Money, type Form } from '#form';
import { Decimal } from 'decimal.js';
import { ALL_KINDS, rule, type Flaw } from '../finding.ts';
import type { IndicatorReading } from '../indicator-reading.ts';
import { isWholeCost } from '../sense.ts';
import { readDate } from '../calendar.ts';

const RESTS_ON = '财预〔2015〕88号附件“适当性”审核：资金匹配性；成本指标不应超过预算';

/** A budget amount of the form and what the paper calls it. */
interface Budget {
  name: string;
  amount: Money;
}

function budgetsOf(form: Form): Budget[] {
  const given = Object.entries(amountsOf(form));
  return given.flatMap(([name, amount]) =>
    amount === undefined ? [] : [{ name, amount: Money.of(amount) }],
  );
}

/** The whole first, then parts that a cost may equal as well. */
function amountsOf(form: Form): Record<string, string | undefined> {
  switch (form.kind) {
    case 'project': {
      const { total, fiscal } = form.funding?.thisYear ?? {};
      return { 预算数: total, 财政资金: fiscal };
    }
    case 'direction':
      return { 年度金额: form.amount };
    case 'overall': {
      const { total, basic, project } = form.expenditure ?? {};
      return { 支出合计: total ?? form.income?.total, 基本支出: basic, 项目支出: project };
    }
  }
}

/** The row's amount in 万元; a number without a unit counts in the table's unit, 万元. */
function moneyOf({ number, unit, amount }: IndicatorReading): Money | undefined {
  if (number === undefined || amount === undefined) return undefined;
  if (unit !== undefined && unit.base !== '元') return undefined;
  const tenThousands = unit === undefined ? number : amount.div(10_000);
  return tenThousands.decimalPlaces() > 6 ? undefined : Money.of(tenThousands.toFixed());
}

const sum = (amounts: readonly Money[]): Money =>
  amounts.reduce((total, amount) => total.plus(amount), Money.zero);

/** Bare 元 in a table of 万元: 150000 beside a budget of 15 is the same money. */
const isSame = (cost: Money, budget: Money, unitless: boolean): boolean =>
  cost.equals(budget) ||
  (unitless && new Decimal(cost.toString()).equals(new Decimal(budget.toString()).times(10_000)));

interface Compared {
  row: IndicatorReading;
  cost: Money;
}

/** What a whole undertaking costs, which may take several years. */
const INVESTMENT = /总投资|总造价|概算/;

/** Whether a cost may be that of several years: the period says so, or the form does not say. */
function mayBeOfYears(form: Form, { name }: IndicatorReading): boolean {
  if (!INVESTMENT.test(name)) return false;
  if (form.kind !== 'project' || form.period === undefined) return true;
  const [from, to] = [readDate(form.period.from ?? ''), readDate(form.period.to ?? '')];
  return from?.year === undefined || from.year !== to?.year;
}

function compared(form: Form, rows: readonly IndicatorReading[]): Compared[] {
  const name = form.kind === 'project' ? (form.name ?? '') : '';
  return rows
    .filter((row) => isWholeCost(row, name) && !mayBeOfYears(form, row))
    .flatMap((row) => {
      const cost = moneyOf(row);
      return cost && !cost.equals(Money.zero) ? [{ row, cost }] : [];
    });
}

function judge(form: Form, rows: readonly IndicatorReading[], wanted: 'above' | 'below'): Flaw[] | string {
  const [whole, ...parts] = budgetsOf(form);
  const costs = compared(form, rows);
  if (!whole || costs.length === 0) return '没有可与预算核对的总成本指标';
  if (costs.length > 1 && sum(costs.map(({ cost }) => cost)).equals(whole.amount)) return [];
  return costs.flatMap(({ row, cost }) => {
    if ([whole, ...parts].some(({ amount }) => isSame(cost, amount, row.unit === undefined))) return [];
    const isAbove = cost.compare(whole.amount) > 0;
    if (isAbove !== (wanted === 'above')) return [];
    const message = `${whole.name} ${whole.amount.toString()} 万元，成本指标“${row.name}” ${cost.toString()} 万元，${isAbove ? '成本超过预算' : '两者不一致'}，请核对`;
    return [{ path: `${row.path}/value`, message }];
  });
}

/** Money handed out, named as an amount of work; what is earned, drawn in or looked after is not spent. */
const SPENT = /发放|拨付|兑付|支付|下拨|补贴|补助|奖补|救助金|资金投入|投入资金|投入金额|安排资金|支出金额/;
const NOT_SPENT =
  /收入|税|撬动|带动|争取|引进|引资|招商|贷款|融资|产值|销售|监管|管理|追回|追缴|回收|节约|增收|社会资本|减免|累计|惠及|审核/;

function spentAbove(form: Form, rows: readonly IndicatorReading[]): Flaw[] | string {
  const [whole] = budgetsOf(form);
  if (!whole) return '没有填写预算数';
  return rows.flatMap((row) => {
    const spent = row.aspect === 'quantity' && row.unit?.base === '元' ? moneyOf(row) : undefined;
    if (!spent || !SPENT.test(row.name) || NOT_SPENT.test(row.name)) return [];
    if (/每|均|标准/.test(row.name) || spent.compare(whole.amount) <= 0) return [];
    const message = `${whole.name} ${whole.amount.toString()} 万元，数量指标“${row.name}” ${spent.toString()} 万元，超过预算，请核对`;
    return [{ path: `${row.path}/value`, message }];
  });
}

export const costRules = [
  rule({
    code: 'spending-above-budget',
    title: '数量指标中的发放、拨付金额不超过预算',
    severity: 'warning',
    appliesTo: ['project', 'direction'],
    restsOn: RESTS_ON,
    check: ({ form, rows }) => spentAbove(form, rows),
  }),
  rule({
    code: 'cost-above-budget',
    title: '总成本指标不超过预算',
    severity: 'error',
    appliesTo: ALL_KINDS,
    restsOn: RESTS_ON,
    check: ({ form, rows }) => judge(form, rows, 'above'),
  }),
  rule({
    code: 'cost-below-budget',
    title: '总成本指标与预算一致',
    severity: 'warning',
    appliesTo: ALL_KINDS,
    restsOn: RESTS_ON,
    check: ({ form, rows }) => judge(form, rows, 'below'),
  }),
];
