import { outcomeOf } from './outcome.ts';

describe('批量办理的结果', () => {
  const asked = [
    { id: 'a', name: '河道保洁', unit: { name: '河道站' } },
    { id: 'b', name: '小型水库巡查', unit: { name: '水利局' } },
    { id: 'c', unit: { name: '移民站' } },
  ];

  it('说清办了几个，没办的逐个写明名称和原因', () => {
    const problem = (detail: string) => ({ code: 'ErrorsLeft' as const, detail });
    const outcome = outcomeOf(
      {
        position: '7',
        items: [
          { id: 'a', outcome: 'done', revision: 3, position: '7' },
          { id: 'b', outcome: 'left-out', problem: problem('预审还有 2 处错误') },
          { id: 'c', outcome: 'left-out', problem: problem('目标已被他人办理') },
        ],
      },
      asked,
    );
    expect(outcome).toEqual({
      done: 1,
      left: [
        { id: 'b', name: '小型水库巡查', why: '预审还有 2 处错误' },
        { id: 'c', name: '移民站（未填名称）', why: '目标已被他人办理' },
      ],
    });
  });
});
