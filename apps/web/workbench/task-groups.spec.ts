import { type TaskItem } from '#contracts';
import { groupTasks, placeOf, sentenceOf } from './task-groups.ts';

const TODAY = '2027-03-01';

function task(id: string, due: string | undefined, duty: TaskItem['duty'] = 'review'): TaskItem {
  const unit = { code: '301001', name: '望川县河道管理站' };
  return {
    target: {
      id,
      revision: 3,
      state: 'in-review',
      stage: null,
      round: 1,
      budgetRound: 1,
      kind: 'project',
      campaignId: 'c',
      fiscalYear: 2027,
      unit,
      department: unit,
      presented: true,
      draftedAt: '',
      updatedAt: '',
      since: '',
      returns: 0,
    },
    duty,
    label: '审核',
    since: '',
    ...(due !== undefined && { due }),
    overdue: false,
  };
}

describe('工作台', () => {
  it('先列逾期的，再按截止日期', () => {
    const groups = groupTasks([task('a', '2027-03-20'), task('b', '2027-02-20'), task('c', TODAY)], TODAY);
    expect(groups.map(({ title }) => title)).toEqual(['已逾期', '今天截止', '以后截止']);
  });

  it('同一单位的同类事项合成一句，写明最早的期限', () => {
    const [week] = groupTasks([task('a', '2027-03-05'), task('b', '2027-03-04')], TODAY);
    expect(week?.groups).toHaveLength(1);
    expect(week?.groups[0] && sentenceOf(week.groups[0], TODAY)).toBe(
      '望川县河道管理站 2 个目标待您审核，最早 3月4日截止',
    );
  });

  it('没有期限的不写截止', () => {
    const [open] = groupTasks([task('a', undefined, 'fill')], TODAY);
    expect(open?.groups[0] && sentenceOf(open.groups[0], TODAY)).toBe('望川县河道管理站 1 个目标待您填报');
  });

  it('只有一个目标的写出名称', () => {
    const { target, ...rest } = task('a', '2027-03-05', 'revise');
    const [week] = groupTasks([{ ...rest, target: { ...target, name: '河道保洁' } }], TODAY);
    expect(week?.groups[0] && sentenceOf(week.groups[0], TODAY)).toBe(
      '望川县河道管理站“河道保洁”被退回，待您修改后重报，3月5日截止',
    );
  });

  it('一次点击就到办理的地方', () => {
    const { target } = task('a', undefined);
    expect(placeOf('revise', target)).toBe('/targets/a/edit');
    expect(placeOf('review', target)).toBe('/review/a');
    expect(placeOf(null, target)).toBe('/targets/a');
  });
});
