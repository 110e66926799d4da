import { Decimal } from 'decimal.js';
import { labelOf, type Form } from '#form';
import { ALL_KINDS, rule, type Flaw } from '../finding.ts';
import { budgetAmounts, roundsTo } from '../budget-amounts.ts';
import { unitCost } from './unit-cost.ts';
import { equationsIn, pricesIn, tenThousands, type Priced } from '../arithmetic.ts';

const RESTS_ON = '财预〔2015〕88号附件“适当性”审核：资金匹配性，数量、标准与金额相符';

interface Text {
  path: string;
  text: string;
}

function texts(form: Form): Text[] {
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

/** Beside other amounts of money a product is a part, and may be less than the whole. */
const OTHER_MONEY = /\d\s*[万亿]?元/g;
const isAlone = (text: string): boolean => (text.normalize('NFKC').match(OTHER_MONEY) ?? []).length < 2;

function wrongProduct(form: Form, { path, text }: Text, { terms, product, stated }: Priced): Flaw[] {
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
  if (inTenThousands.lt(whole) && !isAlone(text)) return [];
  const message = `${label} 为 ${inTenThousands.toString()} 万元，预算数 ${whole} 万元，两者不一致，请核对`;
  return [{ path, message }];
}

export const quantityRules = [
  rule({
    code: 'quantity-times-price',
    title: '数量乘以单价等于金额',
    severity: 'warning',
    appliesTo: ALL_KINDS,
    restsOn: RESTS_ON,
    check: ({ form, rows }) => [
      ...texts(form).flatMap((each) =>
        pricesIn(each.text).flatMap((priced) => wrongProduct(form, each, priced)),
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
