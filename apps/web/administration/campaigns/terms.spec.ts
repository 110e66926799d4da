import { blankDraft, bodyOf, faultsOf, withWindow } from './terms.ts';

const SUBMISSION = { submission: { opens: '2027-09-01', closes: '2027-10-15' } };
const draft = { ...blankDraft(2028, undefined), windows: SUBMISSION };

describe('批次设置', () => {
  it('默认的批次只差申报日期', () => {
    expect(faultsOf(blankDraft(2028, undefined), [])).toEqual(['请填写申报（送审）的起止日期']);
    expect(faultsOf(draft, [])).toEqual([]);
  });

  it('编号不能与已有批次相同', () =>
    expect(faultsOf(draft, ['2028'])).toEqual(['编号“2028”已有批次使用，请换一个']));

  it('截止早于开始、只填一头都要改', () => {
    const backwards = { ...SUBMISSION, grant: { opens: '2028-02-01', closes: '2028-01-01' } };
    expect(faultsOf({ ...draft, windows: backwards }, [])).toEqual(['批复的截止日期早于开始']);
    const half = withWindow(SUBMISSION, 'review.section', 'opens', '2027-10-16');
    expect(faultsOf({ ...draft, windows: half }, [])).toEqual(['审核（业务股室）的起止日期要填全，或都清空']);
  });

  it('没有环节的审核链、没有表种都要改', () => {
    expect(faultsOf({ ...draft, chains: { project: [] } }, [])[0]).toContain('项目支出的审核链');
    expect(faultsOf({ ...draft, chains: {} }, [])).toContain('至少要有一类表');
  });

  it('等级界限由高到低', () => {
    const ruleSet = { ...draft.ruleSet, gradeBounds: { excellent: 80, good: 90, fair: 60 } };
    expect(faultsOf({ ...draft, ruleSet }, [])).toHaveLength(1);
  });

  it('清空两头的窗口即不设；已删去的环节的窗口不送出', () => {
    const cleared = withWindow(withWindow(SUBMISSION, 'submission', 'opens', ''), 'submission', 'closes', '');
    expect(cleared).toEqual({});
    const stale = { ...SUBMISSION, 'review.gone': { opens: '2027-10-16', closes: '2027-10-20' } };
    expect(bodyOf({ ...draft, windows: stale }).windows).toEqual(SUBMISSION);
  });
});
