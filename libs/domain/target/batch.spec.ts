import { type TargetCommand } from './commands.ts';
import { type Finding } from './context.ts';
import { did, given } from './given.ts';
import { approved, GRANT, opinion, submitted } from './sample-deeds.ts';
import { draftOf, people, sampleForm } from './sample-county.ts';

const { clerk, head, department, section, performance, leader } = people;
const finding = (severity: Finding['severity']): Finding => ({
  code: 'funding-sum',
  severity,
  path: '/funding/thisYear/total',
  message: '各项相加为 40 万元',
});
const inBatch = opinion({ inBatch: true });
const withoutAmount: TargetCommand = {
  type: 'GrantTarget',
  documentNumber: '青财预〔2027〕1号',
  date: '2027-01-20',
};

describe('批量审核', () => {
  it('预审没有错误的，同单独同意一样', () => {
    given(submitted)
      .when(department, inBatch, { findings: [finding('warning')] })
      .then(
        { type: 'OpinionGiven', stage: 'department', decision: 'approve' },
        { type: 'StagePassed', next: 'section' },
      );
  });

  it('预审有错误的不在其列，须逐项审核', () => {
    const findings = [finding('warning'), finding('error')];
    given(submitted)
      .when(department, inBatch, { findings })
      .thenRefused('ToBeReadAlone', '/funding/thisYear/total');
    given(submitted).when(department, opinion(), { findings }).thenTarget({ stage: 'section' });
  });

  it('退回和不予通过与预审错误无关', () => {
    given(submitted)
      .when(department, opinion({ decision: 'return', inBatch: true }), { findings: [finding('error')] })
      .thenTarget({ state: 'returned' });
  });

  it('本人的事不因批量而放宽', () => {
    given(submitted).when(section, inBatch).thenRefused('NotThisStagesTurn');
    given(submitted).when(head, inBatch).thenRefused('OwnWork');
  });
});

describe('批量批复', () => {
  it('不写金额，按申报金额批复', () =>
    given(approved)
      .when(leader, withoutAmount)
      .then({ type: 'TargetGranted', amount: '50', formRevision: 0 }));

  it('申报表没有金额的，须写明批复金额', () => {
    const form = sampleForm({ funding: {} });
    const history = [
      did(clerk, draftOf(form)),
      did(clerk, { type: 'PresentTarget' }),
      did(head, { type: 'SubmitTarget', answers: [] }),
      ...[department, section, performance].map((person) => did(person, opinion())),
    ];
    given(history).when(leader, withoutAmount).thenRefused('AmountMissing', '/amount');
    given(history).when(leader, GRANT).then({ type: 'TargetGranted', amount: '50' });
  });
});
