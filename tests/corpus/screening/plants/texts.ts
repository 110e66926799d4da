import type { Form, Indicator } from '#form';
import { isCount, onProject, onRow, withRows, type Plant } from './plant.ts';

const NUMBER_OF_POINTS = /(得|计)(\d+)分/;
const weighted = ({ weight, scoringRule = '' }: Indicator): boolean =>
  weight !== undefined && NUMBER_OF_POINTS.exec(scoringRule)?.[2] === weight;
const namesTarget = ({ value = '', unit = '', scoringRule = '' }: Indicator): boolean =>
  /^\d+$/.test(value) &&
  Number(value) > 20 &&
  new RegExp(`(?:达到?|完成|≥)${value}${unit}`).test(scoringRule);
const OF_RULE = [
  'rule-needs-a-person',
  'tiers-with-holes',
  'rule-about-another-subject',
  'threshold-differs-from-target',
  'full-marks-differ-from-weight',
  'explanation-differs-from-value',
  'weights-total',
];

const rulePlants: readonly Plant[] = [
  {
    kind: 'full marks against weight',
    spelling: 'two points more in the rule',
    finds: ['full-marks-differ-from-weight'],
    follows: OF_RULE,
    spoil: onRow(weighted, ({ scoringRule = '' }) => ({
      scoringRule: scoringRule.replace(
        NUMBER_OF_POINTS,
        (_, word: string, points: string) => `${word}${String(Number(points) + 2)}分`,
      ),
    })),
  },
  {
    kind: 'threshold against target',
    spelling: 'another number in the rule',
    finds: ['threshold-differs-from-target'],
    follows: OF_RULE,
    spoil: onRow(namesTarget, ({ scoringRule = '', value = '' }) => ({
      scoringRule: scoringRule.replace(value, String(Number(value) - 8)),
    })),
  },
  {
    kind: 'tiers with holes',
    spelling: 'a band left out',
    finds: ['tiers-with-holes'],
    follows: OF_RULE,
    spoil: onRow(
      ({ unit, value = '' }) => unit === '%' && Number(value) === 95,
      ({ weight = '10' }) => ({
        scoringRule: `≥95%得${weight}分；80%≤完成率＜90%得${String(Number(weight) / 2)}分；80%以下不得分`,
      }),
    ),
  },
  {
    kind: 'weights',
    spelling: 'one weight a point too high',
    finds: ['weights-total'],
    follows: [...OF_RULE, 'full-marks-differ-from-weight'],
    spoil: onRow(
      ({ weight }) => weight !== undefined,
      ({ weight = '0' }) => ({ weight: String(Number(weight) + 1) }),
    ),
  },
  {
    kind: 'weights',
    spelling: 'one weight missing',
    finds: ['weights-on-some-rows'],
    spoil: (form, choose) => {
      const rows = form.indicators ?? [];
      const chosen = choose(
        rows.filter(({ weight, value }) => weight !== undefined && /\d/.test(value ?? '')),
      );
      if (!chosen) return undefined;
      const { weight: _, ...bare } = chosen;
      return {
        form: withRows(
          form,
          rows.map((row) => (row === chosen ? bare : row)),
        ),
      };
    },
  },
];

/** A figure in a sentence of the form that is not the one of the row. */
const GOALS = [
  (name: string, figure: string) => `全年${name}${figure}。`,
  (name: string, figure: string) => `通过项目实施，${name}达到${figure}，工作得到加强。`,
  (name: string, figure: string) => `本年度计划完成${name}不少于${figure}；提升服务水平。`,
];

const goalPlants: readonly Plant[] = GOALS.map((sentence, at) => ({
  kind: 'figure of a goal against the indicator',
  spelling: sentence('…', 'n'),
  finds: ['text-differs-from-indicator'],
  follows: ['goal-repeats-long-term-goal', 'same-indicators-elsewhere'],
  spoil: (form: Form, choose) => {
    const others = (row: Indicator) => (form.indicators ?? []).filter(({ unit }) => unit === row.unit).length;
    const chosen = choose(
      (form.indicators ?? []).filter(
        (row) => isCount(row) && (row.name ?? '').length > 3 && others(row) === 1,
      ),
    );
    if (!chosen) return undefined;
    const figure = `${String(Math.round(Number(chosen.value) * 1.5) + 1)}${chosen.unit ?? ''}`;
    const goals = [{ id: `planted${String(at)}`, text: sentence(chosen.name ?? '', figure) }];
    return { form: { ...form, goals } as Form };
  },
}));

const ESTIMATES = [
  [
    'list that does not add up',
    '办公费12.5万元，差旅费6万元，印刷费3万元，合计22.5万元',
    ['calculation-wrong'],
  ],
  ['formula that does not come out', '(1200+300)×12×25=460000元', ['calculation-wrong']],
  [
    'people times price',
    '聘用人员36人，每人每月2600元，全年需要资金98万元',
    ['quantity-times-price', 'stated-need-differs'],
  ],
  ['units times price', '购置电脑45台，每台5200元，共计28.4万元', ['quantity-times-price']],
] as const;

const estimatePlants: readonly Plant[] = ESTIMATES.map(([spelling, estimate, finds]) => ({
  kind: 'number times price and sums in words',
  spelling,
  finds,
  follows: [
    'quantity-times-price',
    'stated-need-differs',
    'text-differs-from-indicator',
    'calculation-wrong',
  ],
  spoil: onProject(({ funding }) =>
    funding === undefined ? undefined : { funding: { ...funding, estimate } },
  ),
}));

const missing = (path: string, spoilt: (form: Form) => Form | undefined): Plant => ({
  kind: 'something required is missing',
  spelling: path,
  finds: [
    'required-field-missing',
    'no-benefit-indicator',
    'no-satisfaction-indicator',
    'no-quantified-output',
  ],
  follows: ['expected-field-missing', 'weights-total', 'cost-below-budget'],
  spoil: (form) => {
    const left = spoilt(form);
    return left && { form: left };
  },
});

const without = (form: Form, pattern: RegExp): Form | undefined => {
  const rows = form.indicators ?? [];
  const left = rows.filter(
    ({ level1 = '', level2 = '', name = '' }) => !pattern.test(`${level1}${level2}${name}`),
  );
  return left.length === rows.length || left.length === 0 ? undefined : withRows(form, left);
};

const missingPlants: readonly Plant[] = [
  missing('no goal', (form) =>
    form.goals?.length
      ? ({ ...form, goals: [], longTermGoal: undefined, periodGoal: undefined } as unknown as Form)
      : undefined,
  ),
  missing('no indicators', (form) => withRows(form, [])),
  missing('no satisfaction', (form) => without(form, /满意/)),
  missing('no benefit', (form) => without(form, /效益|效果|影响/)),
  missing('no output', (form) => without(form, /产出|数量|质量|时效|成本/)),
];

export const textPlants: readonly Plant[] = [
  ...rulePlants,
  ...goalPlants,
  ...estimatePlants,
  ...missingPlants,
];
