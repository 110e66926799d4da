import type { Indicator } from '#form';
import { screen } from '../index.ts';
import { codesOf, sampleDirection, sampleProject } from '../sample-forms.ts';

const adding = (
  name: string,
  operator: '≥' | '>' | '=' | '<' | '≤',
  value: string,
  rest: Partial<Indicator> = {},
) =>
  sampleProject({
    indicators: [
      ...(sampleProject().indicators ?? []),
      { id: 'i9', level1: '产出指标', level2: '质量指标', unit: '%', name, operator, value, ...rest },
    ],
  });

describe('指标的方向和高低', () => {
  it('必然达到的目标', () => {
    expect(codesOf(adding('检查次数', '≥', '0', { unit: '次' }))).toEqual(['target-cannot-be-missed']);
    expect(codesOf(adding('验收合格率', '≤', '100'))).toEqual(['target-cannot-be-missed']);
    expect(codesOf(adding('地方经济平稳增长', '≥', '0'))).toEqual([]);
    expect(codesOf(adding('预算控制率', '≤', '100'))).toEqual([]);
  });

  it('不可能超过 100% 的比率', () => {
    expect(screen(adding('办理及时率', '≥', '100'))).toMatchObject([
      {
        code: 'rate-over-hundred',
        severity: 'warning',
        path: '/indicators/i9/operator',
        fix: { value: '=' },
      },
    ]);
    expect(codesOf(adding('资金到位率', '=', '120'))).toEqual(['rate-over-hundred']);
    expect(codesOf(adding('加强源头管控', '≥', '100', { explanation: '安全生产率达到100%' }))).toEqual([
      'rate-over-hundred',
    ]);
    expect(codesOf(adding('加强源头管控', '≥', '100', { explanation: '收入增长率达到100%' }))).toEqual([]);
  });

  it.each([
    ['收入增长率', '≥', '120'],
    ['任务完成率', '≥', '100'],
    ['亩均用工系数', '≥', '110'],
    ['办理及时率', '=', '100'],
  ] as const)('%s %s%s%% 没有发现', (name, operator, value) => {
    expect(codesOf(adding(name, operator, value))).toEqual([]);
  });

  it('成本用“≥”、差错用“≥”、合格率用“≤”是方向反了', () => {
    const cost = { level2: '成本指标', unit: '万元' };
    expect(codesOf(adding('教材采购成本', '≥', '16', cost))).toEqual(['operator-against-sense']);
    expect(codesOf(adding('安全事故发生起数', '≥', '3', { unit: '起' }))).toEqual(['operator-against-sense']);
    expect(codesOf(adding('验收合格率', '≤', '95'))).toEqual(['operator-against-sense']);
  });

  it.each([
    ['投诉处理响应时间', '小时', true],
    ['办理时限缩短', '小时', false],
    ['每日开放时间', '小时', false],
    ['全县综合排名', '名', true],
  ])('%s（%s）用“≥”是方向反了：%s', (name, unit, isWrong) => {
    expect(codesOf(adding(name, '≥', '3', { unit }))).toEqual(isWrong ? ['operator-against-sense'] : []);
  });

  it('投诉办结率用“≥”是对的', () => {
    expect(codesOf(adding('投诉办结率', '≥', '95'))).toEqual([]);
    expect(codesOf(adding('安全事故发生起数', '≤', '1', { unit: '起' }))).toEqual([]);
  });

  it.each(['城镇登记失业率', '医院感染率', '文稿错字率'])('%s 越低越好，用“≤”是对的', (name) => {
    expect(codesOf(adding(name, '≤', '5'))).toEqual([]);
    expect(codesOf(adding(name, '≥', '5'))).toEqual(['operator-against-sense']);
  });

  it('年度值不应高于实施期值', () => {
    const with3 = (value: string, periodValue: string) =>
      sampleDirection({
        indicators: (sampleDirection().indicators ?? []).map((row) =>
          row.id === 'i1' ? { ...row, value, periodValue } : row,
        ),
      });
    expect(codesOf(with3('400', '360'))).toEqual(['annual-above-period']);
    expect(codesOf(with3('120', '360人'))).toEqual([]);
  });
});
