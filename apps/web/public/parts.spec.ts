import { partsOf } from './parts.ts';

const PROJECT = {
  kind: 'project' as const,
  fiscalYear: 2027,
  unitName: '望川县河道管理站',
  name: '河道保洁',
  attribute: 'continuing' as const,
  funding: { thisYear: { total: '1286.4', county: '1286.4' } },
  summary: '全县主要河道日常保洁。',
  goals: [{ id: 'g1', text: '河面无漂浮物' }],
  indicators: [
    {
      id: 'i1',
      level1: '产出指标',
      level2: '数量指标',
      name: '保洁里程',
      operator: '≥' as const,
      value: '128',
      unit: '公里',
    },
  ],
};

describe('公开的绩效目标', () => {
  const parts = partsOf(PROJECT);

  it('按申报表的顺序列出有内容的部分，选项写成文字', () => {
    expect(parts.facts.map(({ title }) => title)).toEqual(['项目基本情况', '项目概况与立项依据', '项目资金']);
    expect(parts.facts[0]?.facts).toContainEqual({ label: '项目属性', value: '延续项目', isLong: false });
  });

  it('金额按万元分节，没有的来源不列', () =>
    expect(parts.facts[2]?.facts).toEqual([
      { label: '合计（万元）', value: '1,286.4', isLong: false },
      { label: '县级资金（万元）', value: '1,286.4', isLong: false },
    ]));

  it('指标表没有内容的列不出现', () => {
    expect(parts.indicators.heads).toEqual([
      '一级指标',
      '二级指标',
      '三级指标',
      '类型',
      '指标值',
      '计量单位',
    ]);
    expect(parts.indicators.rows).toEqual([['产出指标', '数量指标', '保洁里程', '≥', '128', '公里']]);
  });

  it('年度目标逐条列出', () => expect(parts.goals).toEqual(['河面无漂浮物']));
});
