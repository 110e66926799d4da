import type { ScorableIndicator, SheetFigures } from '../index.ts';
import { defaultSheetRules, forecast, gradeOf, scoreSheet } from '../index.ts';
import { Decimal } from '../decimal.ts';

const rows: readonly ScorableIndicator[] = [
  {
    id: 'a',
    level1: '产出指标',
    level2: '数量指标',
    name: '培训次数',
    operator: '≥',
    value: '12',
    unit: '次',
  },
  {
    id: 'b',
    level1: '产出指标',
    level2: '质量指标',
    name: '培训合格率',
    operator: '≥',
    value: '90',
    unit: '%',
  },
  {
    id: 'c',
    level1: '产出指标',
    level2: '时效指标',
    name: '完成及时率',
    operator: '≥',
    value: '100',
    unit: '%',
  },
  { id: 'd', level1: '效益指标', level2: '社会效益指标', name: '服务水平', operator: '定性', value: '提升' },
  {
    id: 'e',
    level1: '满意度指标',
    level2: '服务对象满意度指标',
    name: '满意度',
    operator: '≥',
    value: '95',
    unit: '%',
  },
];
const figures = (changes: Partial<SheetFigures> = {}): SheetFigures => ({
  paid: '45',
  budget: '50',
  actuals: [
    { indicatorId: 'a', actual: '9次', reason: '疫情影响' },
    { indicatorId: 'b', actual: '90%' },
    { indicatorId: 'c', actual: '100%' },
    { indicatorId: 'd', actual: '达成', points: '28', reason: '群众反映良好' },
    { indicatorId: 'e', actual: '95%' },
  ],
  ...changes,
});
const rules = defaultSheetRules('2015');

describe('没有分值和评分标准的自评表', () => {
  const sheet = scoreSheet(rows, figures(), rules);

  it('每一级内平均分配，余数在最后一行', () =>
    expect(sheet.lines.map((line) => line.weight)).toEqual(['16.66', '16.66', '16.68', '30.00', '10.00']));
  it('越高越好的按完成比例得分', () => expect(sheet.lines[0]?.points).toBe('12.50'));
  it('执行率占10分', () => expect(sheet.execution).toMatchObject({ weight: '10.00', points: '9.00' }));
  it('总分是各行得分之和', () => expect([sheet.total, sheet.grade]).toEqual(['92.84', '优']));
  it('没有满意度指标，其分值归效益', () =>
    expect(scoreSheet(rows.slice(0, 4), figures(), rules).lines[3]?.weight).toBe('40.00'));
  it('2021年的指标树，成本在第一级', () => {
    const cost = {
      id: 'f',
      level1: '成本指标',
      level2: '经济成本指标',
      name: '培训成本',
      operator: '≤',
      value: '50',
      unit: '万元',
    };
    const lines = scoreSheet([...rows, cost], figures(), defaultSheetRules('2021')).lines;
    expect(lines.map((line) => line.weight)).toEqual(['13.33', '13.33', '13.34', '20.00', '10.00', '20.00']);
  });
});

describe('须由人判断的', () => {
  it('定性指标说明给分范围，未给分前没有总分', () => {
    const actuals = figures().actuals.map((entry) =>
      entry.indicatorId === 'd' ? { indicatorId: 'd', actual: '部分达成' } : entry,
    );
    const sheet = scoreSheet(rows, figures({ actuals }), rules);
    expect(sheet.lines[3]?.scored).toMatchObject({
      kind: 'manual',
      why: '“部分达成”为部分达成，请在 18.00 到 24.00 分之间给分。',
    });
    expect([sheet.total, sheet.grade, sheet.open]).toEqual([null, null, ['d']]);
  });
  it('人给的分超过分值的不算数', () => {
    const actuals = figures().actuals.map((entry) =>
      entry.indicatorId === 'd' ? { ...entry, points: '31' } : entry,
    );
    expect(scoreSheet(rows, figures({ actuals }), rules).open).toEqual(['d']);
  });
});

describe('应当说明原因的', () => {
  it('没有满分的、超过目标130%的、由人给分的', () => {
    const actuals = [
      { indicatorId: 'a', actual: '16次' },
      { indicatorId: 'b', actual: '80%' },
      { indicatorId: 'd', actual: '达成', points: '30' },
    ];
    const { lines, reasonsMissing } = scoreSheet(rows, figures({ actuals }), rules);
    expect(lines.map((line) => line.reasonsDue)).toEqual([
      ['overshoot'],
      ['not-full'],
      [],
      ['given-by-person'],
      [],
    ]);
    expect(reasonsMissing).toEqual(['a', 'b', 'd']);
  });
});

describe('有分值和评分标准的表', () => {
  const own = rows.map((row, at) => ({
    ...row,
    weight: '20',
    ...(at === 0 ? { scoringRule: '每少1次扣2分' } : {}),
  }));
  it('分值已满100的，执行率不再计分', () => {
    const sheet = scoreSheet(own, figures(), rules);
    expect(sheet.execution).toBeNull();
    expect(sheet.lines[0]).toMatchObject({ by: 'own-rule', points: '14.00' });
  });
  it('机器的分与人的分都留着', () => {
    const actuals = [{ indicatorId: 'a', actual: '9次', points: '16', reason: '两次合并举办' }];
    expect(scoreSheet(own, figures({ actuals }), rules).lines[0]).toMatchObject({
      scored: { score: '14.00' },
      given: '16.00',
      points: '16.00',
    });
  });
});

describe('等级与预测', () => {
  it.each([
    ['90', '优'],
    ['89.99', '良'],
    ['60', '中'],
    ['59.99', '差'],
  ])('%s 分为%s', (total, grade) => expect(gradeOf(new Decimal(total), rules)).toBe(grade));
  it('年中的数按时间推到年底，标明是预测', () => {
    const row = { ...rows[0], weight: '10', scoringRule: '每少1次扣2分' };
    expect(forecast(row, '5次', 0.5)).toMatchObject({
      kind: 'forecast',
      pace: 'linear',
      expected: '10次',
      scoring: { score: '6.00' },
    });
  });
  it('满意度不随时间累计', () => {
    const row = { ...rows[4], weight: '10', scoringRule: '每少1%扣2分' };
    expect(forecast(row, '94%', 0.5)).toMatchObject({
      pace: 'level',
      expected: '94%',
      scoring: { score: '8.00' },
    });
  });
});
