/** What a column of an indicator table holds. */
export type IndicatorHeading =
  | 'level1'
  | 'level2'
  | 'name'
  | 'description'
  | 'type'
  | 'value'
  | 'periodValue'
  | 'unit'
  | 'explanation'
  | 'basis'
  | 'scoringRule'
  | 'weight'
  | 'note';

const HEADINGS: readonly [IndicatorHeading, RegExp][] = [
  ['level1', /^一级(?:绩效)?指标$/],
  ['level2', /^二级(?:绩效)?指标$/],
  ['name', /^(?:三级(?:绩效)?指标|(?:绩效)?指标名称|三级指标名称|指标内容)$/],
  ['description', /^(?:绩效)?指标(?:内容)?描述$/],
  ['type', /^(?:指标值类型|指标(?:性质|类型|符号|方向)|运算符号?|计算符号|符号)$/],
  ['periodValue', /^(?:实施期|中期|总体|三年)(?:绩效)?(?:指标|目标)值$/],
  [
    'value',
    /^(?:(?:本?年度?|\d{4}年度?|年初|绩效)?(?:绩效)?(?:指标|目标)值|年度指标值|指标目标值|预期(?:指标|目标)?值)$/,
  ],
  ['unit', /^(?:计量|度量)?单位$/],
  ['explanation', /^指标(?:解释|说明)(?:及计算公式)?$/],
  ['basis', /^(?:(?:指标|目标)值)?(?:确定|设定|测算)依据$/],
  ['scoringRule', /^(?:评\(?扣?\)?分(?:标准|规则|办法)|评扣分标准|扣分标准|计分(?:方法|标准)|打分标准)$/],
  ['weight', /^(?:分值|权重|分值权重|分值\(权重\)|权重\(?%?\)?|指标权重|指标分值)$/],
  ['note', /^备注$/],
];

/** What stands below a heading as the units write it: `*指标值`, 分值（权重）, 评（扣）分标准:. */
export function indicatorHeading(text: string): IndicatorHeading | undefined {
  const key = text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/^\*|:$/g, '');
  const bare = key.replace(/\([^()]*\)$/, '');
  return HEADINGS.find(([, pattern]) => pattern.test(key) || pattern.test(bare))?.[0];
}
