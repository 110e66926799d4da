import type { Form, Indicator } from '#form';
import { isCount, isFigure, isRate, onRow, withRow, withRows, type Plant } from './plant.ts';

const isQuantity = (row: Indicator): boolean => /数量/.test(row.level2 ?? '') && isFigure(row);
const isSatisfaction = (row: Indicator): boolean =>
  /满意/.test(`${row.level1 ?? ''}${row.level2 ?? ''}`) && isRate(row);
/** What else may rightly be said of a row that was spoilt. */
const OF_ROW = [
  'unit-missing',
  'percent-sign-missing',
  'no-quantified-output',
  'type-contradicts-value',
  'columns-shifted',
  'explanation-differs-from-value',
  'threshold-differs-from-target',
  'rule-unlike-target',
  'unit-contradicts-name',
  'text-differs-from-indicator',
  'rule-needs-a-person',
  'vague-value',
  'operator-against-sense',
  'value-repeats-name',
  'target-cannot-be-missed',
  'tiers-with-holes',
  'rate-over-hundred',
  'quantity-times-price',
  'rule-about-another-subject',
  'cost-above-budget',
  'cost-below-budget',
  'spending-above-budget',
  'annual-above-period',
];
type Change = Partial<Record<keyof Indicator, string | undefined>>;

/** `label` is the kind and the spelling, with a bar between. */
const row = (
  label: string,
  finds: string,
  picks: (row: Indicator, form: Form) => boolean,
  change: (row: Indicator) => Change,
): Plant => {
  const [kind = '', spelling = ''] = label.split('|');
  return { kind, spelling, finds: finds.split(' '), follows: OF_ROW, spoil: onRow(picks, change) };
};

const VAGUE = ['有效提高', '全部完成', '按计划完成', '逐步提升', '达到要求', '若干'];

const added = (kind: string, finds: readonly string[], fields: Omit<Indicator, 'id'>): Plant => ({
  kind,
  spelling: `${fields.name ?? ''} ${fields.operator ?? ''}${fields.value ?? ''}${fields.unit ?? ''}`,
  finds,
  spoil: withRow(() => fields),
});
const output = (level2: string, fields: Omit<Indicator, 'id'>): Omit<Indicator, 'id'> => ({
  level1: '产出指标',
  level2,
  ...fields,
});

export const valuePlants: readonly Plant[] = [
  ...VAGUE.map((words) =>
    row(`vague value|${words}`, 'vague-value', isQuantity, () => ({
      value: words,
      unit: undefined,
      operator: undefined,
    })),
  ),
  row(
    'value missing|the cell is empty',
    'value-missing',
    (each, form) => isFigure(each) && form.kind !== 'direction',
    () => ({ value: undefined }),
  ),
  row(
    'name repeated|the name as value',
    'value-repeats-name',
    ({ name = '', value }) => name.length > 3 && !/\d/.test(name) && value !== undefined,
    ({ name }) => ({ value: name, unit: undefined, operator: undefined }),
  ),
  row(
    'unit missing|count without unit',
    'unit-missing percent-sign-missing',
    (each) =>
      isCount(each) &&
      !/[人户次件个家篇项台天亩座所场期辆吨名册本]数|）$|\)$|成本/.test(
        `${each.name ?? ''}${each.level2 ?? ''}`,
      ),
    () => ({ unit: undefined }),
  ),
  row(
    'unit missing|rate without %',
    'percent-sign-missing',
    (each) => isRate(each) && /率$|满意度$/.test(each.name ?? ''),
    () => ({ unit: undefined }),
  ),
  row('columns shifted|unit in the value cell', 'columns-shifted', isCount, ({ unit, value }) => ({
    value: unit,
    unit: value,
  })),
  row('columns shifted|unit twice, no value', 'columns-shifted', isCount, ({ unit }) => ({
    value: unit,
  })),
  row('columns shifted|value as name', 'columns-shifted', isCount, ({ value }) => ({ name: value })),
  row('over 100 %|105 %', 'rate-over-hundred', isSatisfaction, () => ({ value: '105', operator: '=' })),
  row('over 100 %|≥100% satisfied', 'rate-over-hundred', isSatisfaction, () => ({
    value: '100',
    operator: '≥',
  })),
  row(
    'operator against sense|satisfaction at most',
    'operator-against-sense',
    (each) => isSatisfaction(each) && each.value !== '100',
    () => ({ operator: '≤' }),
  ),
  row('cannot be missed|at least 0', 'target-cannot-be-missed', isCount, () => ({
    operator: '≥',
    value: '0',
  })),
  row('cannot be missed|at most 100 %', 'target-cannot-be-missed', isSatisfaction, () => ({
    operator: '≤',
    value: '100',
  })),
  row('type against value|定性 with a number', 'type-contradicts-value', isFigure, () => ({
    operator: '定性',
  })),
  row('unreadable value|two numbers in one cell', 'value-unreadable', isCount, ({ value = '' }) => ({
    value: `${value}/${value}5`,
  })),
  row('unreadable value|two points', 'value-unreadable', isFigure, ({ value = '' }) => ({
    value: `${value}..5`,
  })),
  row(
    'unit against name|a rate counted in 人',
    'unit-contradicts-name',
    (each) => isRate(each) && /率$/.test(each.name ?? ''),
    () => ({ unit: '人' }),
  ),
  {
    kind: 'duplicate',
    spelling: 'a row copied to the end',
    finds: ['duplicate-indicator'],
    follows: [...OF_ROW, 'weights-total', 'no-quantified-output'],
    spoil: (form, choose) => {
      const rows = form.indicators ?? [];
      const copied = choose(rows.filter((each) => isFigure(each)));
      return copied && { form: withRows(form, [...rows, { ...copied, id: 'planted' }]) };
    },
  },
  added(
    'operator against sense',
    ['operator-against-sense'],
    output('成本指标', { name: '单位采购成本', operator: '≥', value: '3500', unit: '元' }),
  ),
  added(
    'operator against sense',
    ['operator-against-sense'],
    output('质量指标', { name: '数据差错率', operator: '≥', value: '2', unit: '%' }),
  ),
  added(
    'operator against sense',
    ['operator-against-sense'],
    output('质量指标', { name: '安全事故发生数', operator: '≥', value: '1', unit: '起' }),
  ),
  added(
    'operator against sense',
    ['operator-against-sense'],
    output('时效指标', { name: '应急响应时间', operator: '≥', value: '30', unit: '分钟' }),
  ),
  added(
    'operator against sense',
    ['operator-against-sense'],
    output('质量指标', { name: '验收合格率', operator: '≤', value: '95', unit: '%' }),
  ),
  added('operator against sense', ['operator-against-sense'], {
    level1: '效益指标',
    level2: '社会效益指标',
    name: '群众投诉率',
    operator: '≥',
    value: '5',
    unit: '%',
  }),
  added(
    'over 100 %',
    ['rate-over-hundred'],
    output('质量指标', { name: '资金拨付到位率', operator: '≥', value: '100', unit: '%' }),
  ),
  added(
    'over 100 %',
    ['rate-over-hundred'],
    output('质量指标', { name: '设备完好率', operator: '=', value: '110', unit: '%' }),
  ),
  added(
    'cannot be missed',
    ['target-cannot-be-missed'],
    output('质量指标', { name: '补助发放准确率', operator: '≤', value: '100', unit: '%' }),
  ),
];
