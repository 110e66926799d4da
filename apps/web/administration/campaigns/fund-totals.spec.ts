import { linesOf, totalsIn } from './fund-totals.ts';

describe('各专项资金的总额', () => {
  it('一行一项，名称可以有空格；从表格两列粘贴的也读', () => {
    const totals = [
      { fund: '乡村振兴 衔接资金', total: '1200' },
      { fund: '义务教育专项', total: '86.5' },
    ];
    expect(totalsIn('乡村振兴 衔接资金 1,200\n\n义务教育专项\t86.5\n')).toEqual({ totals });
    expect(totalsIn(linesOf(totals))).toEqual({ totals });
    expect(totalsIn(' \n')).toEqual({ totals: [] });
  });

  it.each([
    ['义务教育专项', '第 1 行“义务教育专项”：请写专项名称'],
    ['水利专项 12\n教育专项 1.2.3', '第 2 行“教育专项 1.2.3”：“1.2.3”不是金额'],
    ['水利专项 12\n水利专项 13', '第 2 行“水利专项 13”：“水利专项”已经写过'],
  ])('读不懂的说明在哪一行：%j', (text, problem) => {
    expect(totalsIn(text)).toEqual({ problem: expect.stringContaining(problem) as string });
  });
});
