import { screen } from '../index.ts';
import { codesOf, sampleProject, withRow } from '../sample-forms.ts';

const rows = sampleProject().indicators ?? [];
const without = (...ids: string[]) =>
  sampleProject({ indicators: rows.filter(({ id }) => !ids.includes(id)) });
const weighted = (...weights: string[]) =>
  sampleProject({
    indicators: rows.map((row, index) => ({ ...row, ...(weights[index] && { weight: weights[index] }) })),
  });

describe('指标的齐全', () => {
  it('产出指标都不量化是错误', () => {
    const form = sampleProject({
      indicators: rows.map((row) =>
        row.level1 === '产出指标'
          ? { id: row.id, level1: row.level1, level2: '质量指标', name: '质量', value: '良好' }
          : row,
      ),
    });
    expect(codesOf(form)).toContain('no-quantified-output');
  });

  it('没有效益指标、没有满意度指标各是错误', () => {
    expect(codesOf(without('i5'))).toEqual(['no-benefit-indicator']);
    expect(codesOf(without('i6'))).toEqual(['no-satisfaction-indicator']);
  });

  it('指标没有指标值是错误；“无直接经济效益”不是', () => {
    const { value: _value, ...bare } = rows[1]!;
    expect(
      screen(sampleProject({ indicators: rows.map((row) => (row.id === 'i2' ? bare : row)) })),
    ).toMatchObject([
      { code: 'value-missing', path: '/indicators/i2/value', message: '指标“培训合格率”没有指标值，请填写' },
    ]);
    const none = { id: 'i9', level1: '效益指标', level2: '经济效益指标', name: '无直接经济效益' };
    expect(codesOf(sampleProject({ indicators: [...rows, none] }))).toEqual([]);
  });

  it('分值只填了一部分是错误', () => {
    expect(codesOf(weighted('10', '20', '20', '20', '10'))).toEqual(['weights-on-some-rows']);
  });

  it('分值合计 100 或 90 都对，规则集只认 100 时 90 不对', () => {
    expect(codesOf(weighted('20', '20', '20', '10', '20', '10'))).toEqual([]);
    expect(codesOf(weighted('20', '20', '20', '10', '10', '10'))).toEqual([]);
    expect(
      screen(weighted('20', '20', '20', '10', '10', '10'), { ruleSet: { weightTotals: ['100'] } }),
    ).toMatchObject([
      { code: 'weights-total', severity: 'error', message: '各指标分值合计 90 分，应为 100 分，请调整分值' },
    ]);
  });

  it('小数分值按十进制相加', () => {
    expect(codesOf(weighted('33.3', '33.3', '3.4', '10', '10', '10'))).toEqual([]);
    expect(codesOf(weighted('33.3', '33.3', '3.3', '10', '10', '10'))).toEqual(['weights-total']);
  });

  it('关闭的规则不说话，改了严重程度的照改', () => {
    expect(codesOf(without('i6'), { ruleSet: { off: ['no-satisfaction-indicator'] } })).toEqual([]);
    const softer = { severities: { 'no-satisfaction-indicator': 'warning' } } as const;
    expect(screen(without('i6'), { ruleSet: softer })[0]?.severity).toBe('warning');
    expect(codesOf(withRow('i1', {}))).toEqual([]);
  });
});
