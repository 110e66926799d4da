import { type CampaignProgress } from '../api/index.ts';
import { answerTo } from './questions.ts';
import { endsOf, wayOf } from './steps.ts';

const stage = (name: string, index: number, of: number) => ({ id: name, name, index, of });
const department = (code: string, figures: { onTime: number; late: number; returns: number }) => ({
  department: { code, name: `${code}局` },
  targets: 10,
  amount: '100',
  submitted: figures.onTime + figures.late,
  returned: 0,
  waiting: { count: 0 },
  ...figures,
});
const PROGRESS: CampaignProgress = {
  campaign: { id: 'c', name: '2027年度', fiscalYear: 2027, state: 'open' },
  states: [
    { state: 'draft', label: '草稿', count: 3, amount: '30' },
    { state: 'granted', label: '已批复', count: 2, amount: '20.5' },
    { state: 'abandoned', label: '作废', count: 1, amount: '1' },
  ],
  stages: [
    {
      kind: 'overall',
      stage: stage('业务股室', 1, 2),
      count: 1,
      amount: '0.1',
      since: '2027-03-04T10:00:00.000+08:00',
    },
    { kind: 'overall', stage: stage('绩效股', 2, 2), count: 0, amount: '0' },
    { kind: 'project', stage: stage('主管部门', 1, 3), count: 2, amount: '5' },
    {
      kind: 'project',
      stage: stage('业务股室', 2, 3),
      count: 4,
      amount: '0.2',
      since: '2027-03-01T10:00:00.000+08:00',
    },
    { kind: 'project', stage: stage('绩效股', 3, 3), count: 1, amount: '7' },
  ],
  departments: [
    department('301', { onTime: 8, late: 0, returns: 1 }),
    department('302', { onTime: 5, late: 3, returns: 4 }),
  ],
};

describe('批次进度', () => {
  it('各表种同名的审核环节合为一步，金额相加不失精度', () => {
    const way = wayOf(PROGRESS);
    expect(way.map(({ label }) => label)).toEqual([
      '草稿',
      '退回修改',
      '主管部门',
      '业务股室',
      '绩效股',
      '审核通过',
      '已批复',
      '已自评',
      '评价完成',
    ]);
    expect(way[3]).toMatchObject({ count: 5, amount: '0.3', since: '2027-03-01T10:00:00.000+08:00' });
  });

  it('未走到批复就结束的只列出有的', () =>
    expect(endsOf(PROGRESS).map(({ label }) => label)).toEqual(['作废']));

  it('谁晚了：逾期最多的部门排在最前', () => {
    const { sentence, keys } = answerTo('late', PROGRESS, '2027-03-11');
    expect(sentence).toBe('1 个部门逾期，最多的是302局（3 个）。');
    expect(keys).toEqual(['302', '301']);
  });

  it('卡在哪里：说出积压最多的环节和最久的等待', () =>
    expect(answerTo('stuck', PROGRESS, '2027-03-11').sentence).toBe(
      '审核中积压最多的是业务股室：5 个，最久的已等 10 天。',
    ));

  it('退回多少次：按送审的目标平均', () =>
    expect(answerTo('returns', PROGRESS, '2027-03-11').sentence).toBe(
      '共退回 5 次，平均每个送审目标 0.31 次。',
    ));

  it('图中的数与表中的数相同', () =>
    expect(answerTo('amounts', PROGRESS, '2027-03-11').bars.series[0]?.values).toEqual(
      wayOf(PROGRESS).map(({ amount }) => Number(amount)),
    ));
});
