import { type BudgetCommand } from './commands.ts';
import { amountOf } from './drafting.ts';
import { did, fold, given, happened } from './given.ts';
import {
  approved,
  GRANT,
  granted,
  returned,
  REVISE,
  selfEvaluated,
  SUBMIT,
  submitted,
} from './sample-deeds.ts';
import { draftOf, people, sampleForm } from './sample-county.ts';

const { clerk, head, leader, department } = people;
const REOPEN: BudgetCommand = { type: 'ReopenTarget', reason: '控制数下达', ceiling: '40.5' };
const DISCLOSE: BudgetCommand = {
  type: 'DiscloseTarget',
  date: '2027-02-01',
  url: 'https://example.gov.cn/1',
};
const WITHHOLD: BudgetCommand = { type: 'WithholdDisclosure', reason: '涉及敏感信息' };
const asking = (total: string) =>
  did(clerk, { type: 'ReviseForm', form: sampleForm({ funding: { thisYear: { total } } }) });

describe('控制数下达（二上）', () => {
  const reopened = [...approved, did(leader, REOPEN)];

  it('重新打开：回到单位手中，计为下一上，控制数记录在案', () => {
    given(approved)
      .when(leader, REOPEN)
      .then({ type: 'TargetReopened', reason: '控制数下达', ceiling: '40.5' });
    given(approved).when(leader, REOPEN).thenTarget({
      state: 'returned',
      budgetRound: 2,
      ceiling: '40.5',
      acted: {},
      returnedBy: null,
      revised: false,
    });
  });

  it('前一上的审核意见不再占着各级', () => expect(fold(happened(reopened)).acted).toEqual({}));

  it('超过控制数不得送审，等于控制数可以，精确到分', () => {
    given(reopened).when(head, SUBMIT).thenRefused('OverCeiling');
    given(reopened, asking('40.500001')).when(head, SUBMIT).thenRefused('OverCeiling');
    given(reopened, asking('40.500000'))
      .when(head, SUBMIT)
      .then({ type: 'TargetSubmitted', round: 2, stage: 'department' });
    given(reopened, asking('9')).when(head, SUBMIT).then({ type: 'TargetSubmitted' });
  });

  it('本在控制数以内的不必修改', () =>
    given(approved, did(leader, { ...REOPEN, ceiling: '60' }))
      .when(head, SUBMIT)
      .then({ type: 'TargetSubmitted' }));

  it('按修改期限送审；总从第一级开始', () => {
    const ask = given(
      submitted,
      returned(department),
      did(clerk, REVISE),
      did(head, SUBMIT),
      approved.slice(3),
      did(leader, { ...REOPEN, ceiling: '60' }),
    );
    ask
      .when(head, SUBMIT, { day: '2026-11-30', resumeAt: 'returning' })
      .then({ type: 'TargetSubmitted', stage: 'department' });
    ask.when(head, SUBMIT, { day: '2026-12-01' }).thenRefused('WindowClosed');
  });

  it('控制数比的是各表种的本年金额', () => {
    expect(amountOf(sampleForm())).toBe('50');
    expect(amountOf({ kind: 'overall', expenditure: { total: '800', basic: '700' } })).toBe('800');
    expect(amountOf({ kind: 'direction', amount: '120' })).toBe('120');
    expect(amountOf({ kind: 'project' })).toBeUndefined();
    given(did(clerk, draftOf({ kind: 'project' })), approved.slice(1), did(leader, REOPEN))
      .when(head, SUBMIT)
      .then({ type: 'TargetSubmitted' });
  });
});

describe('未安排预算', () => {
  it('记下理由，当年到此为止', () => {
    given(approved)
      .when(leader, { type: 'RefuseFunding', reason: '财力不足' })
      .then({ type: 'TargetNotFunded', reason: '财力不足' });
    given(approved)
      .when(leader, { type: 'RefuseFunding', reason: '财力不足' })
      .thenTarget({ state: 'not-funded' });
  });
});

describe('批复', () => {
  it('记下文号、日期、金额，并锁定批复的那一版表', () => {
    given(approved).when(leader, GRANT).then({
      type: 'TargetGranted',
      documentNumber: '青财预〔2027〕1号',
      date: '2027-01-20',
      amount: '50',
      formRevision: 0,
    });
    given(submitted, returned(department), did(clerk, REVISE), did(head, SUBMIT), approved.slice(3))
      .when(leader, GRANT)
      .thenTarget({
        state: 'granted',
        grant: { documentNumber: '青财预〔2027〕1号', date: '2027-01-20', amount: '50', formRevision: 5 },
      });
  });

  it('日期须是日历上有的一天', () => {
    for (const date of ['2027-02-29', '2027年1月20日', ''])
      given(approved)
        .when(leader, { ...GRANT, date } as BudgetCommand)
        .thenRefused('DateInvalid', '/date');
  });

  it('批复日期不早于本批次开始申报的日期；没有申报窗口的不限', () => {
    const on = (date: string) => ({ ...GRANT, date }) as BudgetCommand;
    given(approved).when(leader, on('2026-09-30')).thenRefused('GrantedBeforeOpening', '/date');
    given(approved).when(leader, on('2026-10-01')).then({ type: 'TargetGranted', date: '2026-10-01' });
    given(approved).when(leader, on('2026-09-30'), { windows: {} }).thenTarget({ state: 'granted' });
  });
});

describe('公开', () => {
  it('批复后公开一次，评价前后都可以', () => {
    given(granted)
      .when(head, DISCLOSE)
      .then({ type: 'TargetDisclosed', date: '2027-02-01', url: 'https://example.gov.cn/1' });
    given(granted)
      .when(head, DISCLOSE)
      .thenTarget({ state: 'granted', disclosure: { date: '2027-02-01', url: 'https://example.gov.cn/1' } });
    given(selfEvaluated).when(head, DISCLOSE).thenTarget({ state: 'self-evaluated' });
    given(granted, did(head, DISCLOSE)).when(head, DISCLOSE).thenRefused('AlreadyDisclosed');
    given(granted)
      .when(head, { ...DISCLOSE, date: '2027-13-01' })
      .thenRefused('DateInvalid', '/date');
  });

  it('敏感的不予公开，须有理由；以后可以改为公开，公开了就收不回', () => {
    given(granted).when(head, WITHHOLD).then({ type: 'DisclosureWithheld', reason: '涉及敏感信息' });
    given(granted)
      .when(head, WITHHOLD)
      .thenTarget({ disclosure: { withheld: '涉及敏感信息' } });
    given(granted, did(head, WITHHOLD))
      .when(head, DISCLOSE)
      .thenTarget({ disclosure: { date: '2027-02-01' } });
    given(granted, did(head, DISCLOSE)).when(head, WITHHOLD).thenRefused('AlreadyDisclosed');
  });
});
