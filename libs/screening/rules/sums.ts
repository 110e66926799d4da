import { labelOf, Money, type ProjectForm, type FundingLevels } from '#form';
import { rule, type Flaw } from '../finding.ts';

const RESTS_ON =
  '绩效目标申报表填报说明：资金合计等于各来源、各明细之和；财预〔2015〕88号附件“适当性”审核：资金匹配性';

type Amounts = Readonly<Record<string, string | undefined>>;

/** A total that must be the exact sum of its parts; a blank part counts 0 as long as one is filled. */
interface SumOf {
  path: string;
  total: string | undefined;
  parts: Amounts;
}

const filled = (parts: Amounts): [string, string][] =>
  Object.entries(parts).flatMap(([key, amount]) => (amount === undefined ? [] : [[key, amount]]));

function wrongSum({ path, total, parts }: SumOf): Flaw[] {
  const given = filled(parts);
  if (total === undefined || given.length === 0) return [];
  const sum = Money.sum(given.map(([, amount]) => amount));
  if (sum.equals(Money.of(total))) return [];
  const terms = given.map(([key, amount]) => `${labelOf(`/${key}`)} ${amount}`).join(' + ');
  const message = `“${labelOf(path)}”填 ${total} 万元，各项相加（${terms}）为 ${sum.toString()} 万元，请核对`;
  return [{ path, message, fix: { path, value: sum.toString() } }];
}

const years = (form: ProjectForm): [string, FundingLevels][] =>
  (['thisYear', 'lastYear'] as const).flatMap((year) => {
    const levels = form.funding?.[year];
    return levels ? [[`/funding/${year}`, levels]] : [];
  });

/** total = levels + other; with a fiscal amount, fiscal = levels and total = fiscal + other. */
function fundingSums(form: ProjectForm): SumOf[] {
  return years(form).flatMap(([path, { total, fiscal, other, central, province, city, county }]): SumOf[] => {
    const levels = { central, province, city, county };
    if (fiscal === undefined) return [{ path: `${path}/total`, total, parts: { ...levels, other } }];
    return [
      { path: `${path}/fiscal`, total: fiscal, parts: levels },
      { path: `${path}/total`, total, parts: { fiscal, other } },
    ];
  });
}

function itemSums(form: ProjectForm): Flaw[] {
  return (['thisYear', 'lastYear'] as const).flatMap((year) => {
    const total = form.funding?.[year]?.total;
    const items = (form.budgetItems ?? []).flatMap((item) => item[year] ?? []);
    if (total === undefined || items.length === 0) return [];
    const sum = Money.sum(items);
    if (sum.equals(Money.of(total))) return [];
    const path = `/funding/${year}/total`;
    const message = `支出明细预算逐项相加为 ${sum.toString()} 万元（${items.join(' + ')}），“${labelOf(path)}”填 ${total} 万元，请核对`;
    return [{ path: '/budgetItems', message }];
  });
}

export const sumRules = [
  rule({
    code: 'funding-sum',
    title: '资金合计等于各级资金与其他资金之和',
    severity: 'error',
    appliesTo: ['project'],
    restsOn: RESTS_ON,
    check: ({ form }) => {
      const sums = fundingSums(form).filter((sum) => sum.total !== undefined && filled(sum.parts).length > 0);
      return sums.length === 0 ? '没有可核对的分级资金' : sums.flatMap(wrongSum);
    },
  }),
  rule({
    code: 'budget-items-sum',
    title: '支出明细预算合计等于资金合计',
    severity: 'error',
    appliesTo: ['project'],
    restsOn: RESTS_ON,
    check: ({ form }) =>
      (form.budgetItems ?? []).some((item) => item.thisYear ?? item.lastYear)
        ? itemSums(form)
        : '没有填写金额的支出明细',
  }),
  rule({
    code: 'three-public-sum',
    title: '三公经费合计等于分项之和',
    severity: 'error',
    appliesTo: ['overall'],
    restsOn: RESTS_ON,
    check: ({ form }) => {
      if (!form.threePublic) return '没有填写三公经费';
      const { total, ...parts } = form.threePublic;
      return wrongSum({ path: '/threePublic/total', total, parts });
    },
  }),
  rule({
    code: 'expenditure-sum',
    title: '支出合计等于基本支出与项目支出之和',
    severity: 'error',
    appliesTo: ['overall'],
    restsOn: RESTS_ON,
    check: ({ form }) => {
      if (!form.expenditure) return '没有填写年度支出预算';
      const { total, ...parts } = form.expenditure;
      return wrongSum({ path: '/expenditure/total', total, parts });
    },
  }),
  rule({
    code: 'income-sum',
    title: '收入合计等于各来源之和',
    severity: 'error',
    appliesTo: ['overall'],
    restsOn: RESTS_ON,
    check: ({ form }) => {
      if (!form.income) return '没有填写年度收入预算';
      const { total, ...parts } = form.income;
      return wrongSum({ path: '/income/total', total, parts });
    },
  }),
  rule({
    code: 'income-differs-from-expenditure',
    title: '收入预算等于支出预算',
    severity: 'warning',
    appliesTo: ['overall'],
    restsOn: '《中华人民共和国预算法》第三十二条；部门预算收支平衡',
    check: ({ form }) => {
      const income = form.income?.total;
      const spent = form.expenditure?.total;
      if (income === undefined || spent === undefined) return '收入或支出合计未填写';
      if (Money.of(income).equals(Money.of(spent))) return [];
      const message = `年度收入预算 ${income} 万元，年度支出预算 ${spent} 万元，两者不等，请核对或说明`;
      return [{ path: '/expenditure/total', message }];
    },
  }),
];
