import { type Form } from '#form';
import {
  missingIn,
  missingInAmount,
  missingInCorrection,
  selfEvaluationBody,
  sheetOf,
  stepsOf,
  type Entries,
} from './entries.ts';

const form: Form = {
  kind: 'project',
  indicators: [
    {
      id: 'i1',
      level1: '产出指标',
      level2: '数量指标',
      name: '保洁里程',
      operator: '≥',
      value: '100',
      unit: '公里',
      scoringRule: '每少1%扣1分，扣完为止。',
      weight: '45',
    },
    {
      id: 'i2',
      level1: '效益指标',
      name: '水面整洁',
      operator: '定性',
      value: '良好',
      scoringRule: '酌情给分',
      weight: '45',
    },
  ],
};
const entries = (one: string, two: { actual: string; points: string; reason: string }): Entries => ({
  paid: '50',
  budget: '50',
  byIndicator: { i1: { actual: one, points: '', reason: '' }, i2: two },
});
const full = { actual: '良好', points: '45', reason: '按检查记录' };

describe('自评', () => {
  it('填写时即算出各项得分、合计和等级', () => {
    const sheet = sheetOf(form, entries('100', full), undefined);
    expect([sheet.total, sheet.grade]).toEqual(['100.00', '优']);
    expect(stepsOf(sheet.lines[0]!)).toContain('得满分');
    expect(sheet.lines.map(missingIn)).toEqual(['', '']);
  });

  it('没有填、没有得满分、须人工评分的，说明还缺什么', () => {
    const [first, second] = sheetOf(
      form,
      entries('95', { actual: '良好', points: '', reason: '' }),
      undefined,
    ).lines;
    expect(missingIn(first!)).toBe('未得满分，请说明原因');
    expect(missingIn(second!)).toBe('请填写得分并说明原因');
    const [blank] = sheetOf(form, entries('', full), undefined).lines;
    expect(missingIn(blank!)).toBe('请填写实际完成值');
  });

  it('支出和预算须是金额', () => {
    expect(['36', '0.5', '1200.25'].map(missingInAmount)).toEqual(['', '', '']);
    expect(missingInAmount('')).toBe('请填写金额');
    expect(missingInAmount('三十六')).toBe('“三十六”不是金额，请只填数字，最多六位小数');
    expect(missingInAmount('-3')).toContain('不是金额');
  });

  it('核定得分须是分数并写明理由，不填的不改', () => {
    const said = (points: string, reason: string) => missingInCorrection({ points, reason });
    expect([said('', ''), said('9.5', '台账不符')]).toEqual(['', '']);
    expect(said('九分', '台账不符')).toContain('不是分数');
    expect(said('9', ' ')).toBe('请写明核定的理由');
  });

  it('没有改动的得分和没有填写的原因不发送', () =>
    expect(selfEvaluationBody(entries(' 100 ', full))).toEqual({
      paid: '50',
      budget: '50',
      actuals: [
        { indicatorId: 'i1', actual: '100' },
        { indicatorId: 'i2', actual: '良好', points: '45', reason: '按检查记录' },
      ],
    }));
});
