import { Decimal } from 'decimal.js';
import type { Form, Indicator, ProjectForm } from '#form';
import { onOverall, onProject, withRow, type Plant } from './plant.ts';

const plus = (amount: string, more: string): string => new Decimal(amount).plus(more).toString();
const times = (amount: string, factor: number): string =>
  new Decimal(amount).times(factor).toDecimalPlaces(2).toString();
/** What a changed total is also compared with. */
const OF_TOTAL = [
  'budget-items-sum',
  'funding-sum',
  'cost-above-budget',
  'cost-below-budget',
  'quantity-times-price',
  'stated-need-differs',
  'spending-above-budget',
  'grows-without-estimate',
  'income-differs-from-expenditure',
  'expenditure-sum',
];

const withThisYear = ({ funding }: ProjectForm, changed: Record<string, string>): Partial<ProjectForm> => ({
  funding: { ...funding, thisYear: { ...funding?.thisYear, ...changed } },
});

const levelsOf = ({ funding }: ProjectForm): [string, string][] =>
  (['central', 'province', 'city', 'county'] as const).flatMap((level) => {
    const amount = funding?.thisYear?.[level];
    return amount === undefined || funding?.thisYear?.total === undefined ? [] : [[level, amount]];
  });

const totalOff = (spelling: string, wrong: (total: string) => string): Plant => ({
  kind: 'sums of the funding',
  spelling,
  finds: ['funding-sum'],
  follows: OF_TOTAL,
  spoil: onProject((form) => {
    const total = form.funding?.thisYear?.total;
    if (total === undefined || levelsOf(form).length === 0 || wrong(total) === total) return undefined;
    return withThisYear(form, { total: wrong(total) });
  }),
});

const section = (name: 'income' | 'expenditure' | 'threePublic', finds: string, more: string): Plant => ({
  kind: 'sums of an overall form',
  spelling: `${name} off by ${more}`,
  finds: [finds],
  follows: OF_TOTAL,
  spoil: onOverall((form) => {
    const { total, ...parts } = form[name] ?? {};
    const isSplit = Object.keys(parts).length > 0;
    return total !== undefined && isSplit
      ? { [name]: { ...form[name], total: plus(total, more) } }
      : undefined;
  }),
});

export const sumPlants: readonly Plant[] = [
  totalOff('total a 分 too much', (total) => plus(total, '0.01')),
  totalOff('first two digits turned round', (total) => total.replace(/^(\d)(\d)/, '$2$1')),
  totalOff('a zero too many', (total) => times(total, 10)),
  {
    kind: 'sums of the funding',
    spelling: 'a level changed and the total left',
    finds: ['funding-sum'],
    spoil: onProject((form, choose) => {
      const [level, amount] = choose(levelsOf(form)) ?? [];
      return level === undefined || amount === undefined
        ? undefined
        : withThisYear(form, { [level]: plus(amount, '1.5') });
    }),
  },
  {
    kind: 'sums of the budget items',
    spelling: 'one item a little too small',
    finds: ['budget-items-sum'],
    spoil: onProject(({ budgetItems = [], funding }) => {
      const filled = budgetItems.filter((item) => item.thisYear !== undefined);
      if (filled.length === 0 || funding?.thisYear?.total === undefined) return undefined;
      return {
        budgetItems: budgetItems.map((item) =>
          item === filled[0] ? { ...item, thisYear: plus(item.thisYear ?? '0', '0.01') } : item,
        ),
      };
    }),
  },
  section('threePublic', 'three-public-sum', '0.01'),
  section('expenditure', 'expenditure-sum', '10'),
  section('income', 'income-sum', '0.5'),
  {
    kind: 'income against expenditure',
    spelling: 'income and its source raised together',
    finds: ['income-differs-from-expenditure'],
    follows: OF_TOTAL,
    spoil: onOverall(({ income, expenditure }) => {
      const { total, publicFinance } = income ?? {};
      if (total === undefined || publicFinance === undefined || expenditure?.total === undefined)
        return undefined;
      return { income: { ...income, total: plus(total, '20'), publicFinance: plus(publicFinance, '20') } };
    }),
  },
];

const NAMES = [
  '项目总成本',
  '财政投入金额',
  '预算支出总额',
  '资金控制额度',
  '项目经费总额',
  '经费支出总额',
  '总成本',
  '项目资金总投入',
  '年度预算控制数',
];

const budgetOf = (form: Form): string | undefined =>
  form.kind === 'project'
    ? form.funding?.thisYear?.total
    : form.kind === 'direction'
      ? form.amount
      : form.expenditure?.total;

const costRow = (name: string, value: string): Omit<Indicator, 'id'> => ({
  level1: '产出指标',
  level2: '成本指标',
  name,
  operator: '≤',
  value,
  unit: '万元',
});

/** No row of the form is about cost yet, so that the planted one stands alone. */
const isWithoutCost = (form: Form): boolean =>
  !(form.indicators ?? []).some(({ level1, level2 }) => /成本/.test(`${level1 ?? ''}${level2 ?? ''}`));

const cost = (kind: string, factor: number, finds: string): Plant[] =>
  NAMES.map((name) => ({
    kind,
    spelling: name,
    finds: [finds],
    spoil: withRow((form) => {
      const budget = budgetOf(form);
      return budget !== undefined && isWithoutCost(form) ? costRow(name, times(budget, factor)) : undefined;
    }),
  }));

export const costPlants: readonly Plant[] = [
  ...cost('cost above the budget', 1.2, 'cost-above-budget'),
  ...cost('cost below the budget', 0.7, 'cost-below-budget'),
];
