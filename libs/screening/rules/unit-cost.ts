import { Decimal } from 'decimal.js';
import type { Form } from '#form';
import { budgetAmounts, roundsTo } from '../budget-amounts.ts';
import type { Flaw } from '../finding.ts';
import type { IndicatorReading } from '../indicator-reading.ts';
import { sharedWords } from '../words.ts';

/** The single row that a test finds; two would be a guess. */
function only(
  rows: readonly IndicatorReading[],
  is: (row: IndicatorReading) => boolean,
): IndicatorReading | undefined {
  const found = rows.filter(is);
  return found.length === 1 ? found[0] : undefined;
}

/** 元/人, 万元/台, 元/人/月; the last counts for twelve months. */
const UNIT_PRICE = /^(?<money>万?元)\/(?<each>[^/]{1,2})(?<month>\/月)?$/;
/** What is left of 彩超采购单价 is what the price is for. */
const PRICE_WORDS =
  /采购|购置|建设|单位|单价|单个|成本|标准|补助|补贴|津贴|[人户亩台村校生班床件]均|平均|[每各][个人户亩台村校生班床件]?|费用?|投资|造价|价格|控制|月|年|奖补|奖励/g;
const isFor = (price: IndicatorReading, count: IndicatorReading): boolean => {
  const thing = price.name.replace(PRICE_WORDS, '');
  return thing.length < 2 || sharedWords(thing, count.name) > 0;
};
const priceUnit = (row: IndicatorReading): string => (row.aspect === 'cost' ? (row.unit?.base ?? '') : '');
const written = ({ name, value, row }: IndicatorReading): string => `“${name}” ${value}${row.unit ?? ''}`;

interface Pair {
  cost: IndicatorReading;
  count: IndicatorReading;
  /** In 万元, for the year. */
  product: Decimal;
}

/** A unit cost and the one count that it is for, as two indicators of the form. */
function pairOf(rows: readonly IndicatorReading[]): Pair | undefined {
  const cost = only(rows, (row) => UNIT_PRICE.test(priceUnit(row)));
  const { money, each, month } = UNIT_PRICE.exec(cost ? priceUnit(cost) : '')?.groups ?? {};
  const count = only(
    rows,
    ({ unit, aspect, amount }) => unit?.base === each && aspect !== 'cost' && amount !== undefined,
  );
  if (!cost?.number || !count?.amount || !isFor(cost, count)) return undefined;
  const product = cost.number.times(count.amount).times(inTenThousands(money, month));
  return { cost, count, product };
}

const inTenThousands = (money: string | undefined, month: string | undefined): Decimal =>
  new Decimal(money === '万元' ? 1 : '0.0001').times(month === undefined ? 1 : 12);

/** Where the form counts several things, one of them times its price may be less than the whole. */
export function unitCost(form: Form, rows: readonly IndicatorReading[]): Flaw[] {
  const pair = pairOf(rows);
  const amounts = budgetAmounts(form);
  const [total] = amounts;
  if (!pair || total === undefined) return [];
  const { cost, count, product } = pair;
  if (amounts.some((amount) => roundsTo(product, new Decimal(amount)))) return [];
  if (product.lt(total) && rows.filter(({ aspect }) => aspect === 'quantity').length > 1) return [];
  const message = `${written(cost)} × ${written(count)} = ${product.toString()} 万元，预算数 ${total} 万元，两者不一致，请核对`;
  return [{ path: `${cost.path}/value`, message }];
}
