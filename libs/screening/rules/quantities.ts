import { Decimal } from 'decimal.js';
import { labelOf, type Form } from '#form';
import { ALL_KINDS, rule, type Flaw } from '../finding.ts';
import type { IndicatorReading } from '../indicator-reading.ts';
import { equationsIn, pricesIn, tenThousands, type Priced } from '../arithmetic.ts';

const RESTS_ON = '财预〔2015〕88号附件“适当性”审核：资金匹配性，数量、标准与金额相符';

function texts(form: Form): { path: string; text: string }[] {
  const fields: Record<string, string | undefined> =
    form.kind === 'project'
      ? { '/purpose': form.purpose, '/summary': form.summary, '/funding/estimate': form.funding?.estimate }
      : {};
  const items = form.kind === 'project' ? (form.budgetItems ?? []) : [];
  return [
    ...Object.entries(fields).flatMap(([path, text]) => (text === undefined ? [] : [{ path, text }])),
    ...(form.goals ?? []).flatMap(({ id, text }) =>
      text === undefined ? [] : [{ path: `/goals/${id}/text`, text }],
    ),
    ...items.flatMap(({ id, estimate }) =>
      estimate === undefined ? [] : [{ path: `/budgetItems/${id}/estimate`, text: estimate }],
    ),
  ];
}

/** Whether an amount, rounded to the places the other one is written with, is the other one. */
export const roundsTo = (exact: Decimal, written: Decimal): boolean =>
  exact.toDecimalPlaces(written.decimalPlaces()).equals(written);

/** A product without a stated result stands for the whole: it must be the total or an item of the budget. */
function budgetAmounts(form: Form): string[] {
  if (form.kind === 'direction') return form.amount === undefined ? [] : [form.amount];
  if (form.kind !== 'project') return [];
  const { thisYear } = form.funding ?? {};
  return [
    ...(thisYear?.total === undefined ? [] : [thisYear.total]),
    ...(form.budgetItems ?? []).flatMap((item) => item.thisYear ?? []),
  ];
}

function wrongProduct(form: Form, path: string, { terms, product, stated }: Priced): Flaw[] {
  const label = `“${labelOf(path)}”写的 ${terms}`;
  const inTenThousands = product.div(10_000);
  if (stated) {
    if (roundsTo(inTenThousands, stated)) return [];
    const message = `${label} 应为 ${inTenThousands.toString()} 万元，写的是 ${stated.toString()} 万元，请核对`;
    return [{ path, message }];
  }
  const budgets = budgetAmounts(form);
  const [whole] = budgets;
  if (whole === undefined || budgets.some((amount) => roundsTo(inTenThousands, new Decimal(amount))))
    return [];
  const message = `${label} 为 ${inTenThousands.toString()} 万元，预算数 ${whole} 万元，两者不一致，请核对`;
  return [{ path, message }];
}

/** The single row that a test finds; two would be a guess. */
function only(
  rows: readonly IndicatorReading[],
  is: (row: IndicatorReading) => boolean,
): IndicatorReading | undefined {
  const found = rows.filter(is);
  return found.length === 1 ? found[0] : undefined;
}

const UNIT_PRICE = /^(?<money>万?元)\/(?<each>\S{1,2})$/;
const priceUnit = (row: IndicatorReading): string => (row.aspect === 'cost' ? (row.unit?.base ?? '') : '');
const written = ({ name, value, row }: IndicatorReading): string => `“${name}” ${value}${row.unit ?? ''}`;

/** A unit cost and the one count that it is for, as two indicators of the form. */
function unitCost(form: Form, rows: readonly IndicatorReading[]): Flaw[] {
  const cost = only(rows, (row) => UNIT_PRICE.test(priceUnit(row)));
  if (!cost) return [];
  const [money, each] = priceUnit(cost).split('/');
  const count = only(
    rows,
    (row) => row.unit?.base === each && row.aspect !== 'cost' && row.amount !== undefined,
  );
  const [total] = budgetAmounts(form);
  if (total === undefined || !cost.number || !count?.amount) return [];
  const product = cost.number.times(count.amount).times(money === '万元' ? 1 : '0.0001');
  if (roundsTo(product, new Decimal(total))) return [];
  const message = `${written(cost)} × ${written(count)} = ${product.toString()} 万元，预算数 ${total} 万元，两者不一致，请核对`;
  return [{ path: `${cost.path}/value`, message }];
}

export const quantityRules = [
  rule({
    code: 'quantity-times-price',
    title: '数量乘以单价等于金额',
    severity: 'warning',
    appliesTo: ALL_KINDS,
    restsOn: RESTS_ON,
    check: ({ form, rows }) => [
      ...texts(form).flatMap(({ path, text }) =>
        pricesIn(text).flatMap((priced) => wrongProduct(form, path, priced)),
      ),
      ...unitCost(form, rows),
    ],
  }),
  rule({
    code: 'calculation-wrong',
    title: '测算式和合计算得对',
    severity: 'warning',
    appliesTo: ALL_KINDS,
    restsOn: RESTS_ON,
    check: ({ form }) =>
      texts(form).flatMap(({ path, text }) =>
        equationsIn(text)
          .filter(({ exact, stated }) => !roundsTo(exact, stated))
          .map(({ written, exact, stated }) => ({
            path,
            message: `“${labelOf(path)}”的“${written}”应为 ${exact.toString()}，写的是 ${stated.toString()}，请核对`,
          })),
      ),
  }),
  rule({
    code: 'stated-need-differs',
    title: '用途中写的所需资金与预算数一致',
    severity: 'warning',
    appliesTo: ['project'],
    restsOn: RESTS_ON,
    check: ({ form }) => {
      const total = form.funding?.thisYear?.total;
      if (total === undefined) return '没有填写本年度资金合计';
      return texts(form).flatMap(({ path, text }) => statedNeeds(path, text, total));
    },
  }),
];

const NEED =
  /(?:共需|共计需|所需|预计所需|合计需|需要?)(?:资金|经费)?\s*(?:约|为)?\s*(\d+(?:\.\d+)?)\s*(亿元|万元|元)|(?:预算金额|预算资金|申请资金|安排资金)\s*(?:为|约)?\s*(\d+(?:\.\d+)?)\s*(亿元|万元|元)/g;

function statedNeeds(path: string, text: string, total: string): Flaw[] {
  const needs = [...text.normalize('NFKC').matchAll(NEED)].filter(([written]) =>
    /资金|经费|预算金额/.test(written),
  );
  const last = needs.at(-1);
  if (!last) return [];
  const need = tenThousands(last[1] ?? last[3] ?? '0', last[2] ?? last[4] ?? '万元');
  const budget = new Decimal(total);
  if (need.equals(budget) || roundsTo(need, budget) || roundsTo(budget, need)) return [];
  return [{ path, message: `“${labelOf(path)}”写“${last[0]}”，预算数 ${total} 万元，两者不一致，请核对` }];
}
