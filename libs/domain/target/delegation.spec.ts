import { did, fold, given, happened } from './given.ts';
import {
  addSigner,
  agreed,
  atJointSection,
  atSection,
  delegate,
  opinion,
  returned,
  REVISE,
  SUBMIT,
  submitted,
  transfer,
  TOGETHER,
} from './sample-deeds.ts';
import { COUNTY, named, people } from './sample-county.ts';

const { clerk, head, department, department2, section, section2, section3, performance, deputy, outsider } =
  people;
const passes = [{ type: 'OpinionGiven' }, { type: 'StagePassed' }] as const;
const stays = [{ type: 'OpinionGiven' }] as const;

describe('委托', () => {
  const entrusted = [...submitted, did(department, delegate(deputy, '2026-10-13', '2026-10-16'))];
  const on = (day: string) => ({ day });

  it('期间内（含首末两日）受托人代为审核，委托人也仍可审', () => {
    given(submitted)
      .when(department, delegate(deputy))
      .then({
        type: 'ReviewDelegated',
        stage: 'department',
        from: named(department),
        to: named(deputy),
        since: '2026-10-12',
        until: '2026-10-16',
      });
    for (const day of ['2026-10-13', '2026-10-16'])
      given(entrusted)
        .when(deputy, opinion(), on(day))
        .then(...passes);
    for (const day of ['2026-10-12', '2026-10-17'])
      given(entrusted).when(deputy, opinion(), on(day)).thenRefused('NotThisStagesTurn');
    given(entrusted)
      .when(department, opinion(), on('2026-10-14'))
      .then(...passes);
  });

  it('记在委托人名下：受托人、委托人都算在本级发表过意见', () => {
    const [last] = happened(entrusted, agreed(deputy, on('2026-10-13'))).slice(-2);
    expect(last).toMatchObject({
      event: { type: 'OpinionGiven' },
      actor: { user: 'deputy', onBehalfOf: { user: 'department', name: '钱一鸣' } },
    });
    const passed = [...entrusted, agreed(deputy, on('2026-10-13'))];
    for (const person of [deputy, department])
      given(passed)
        .when(person, opinion(), { reviewers: { section: [named(person)] } })
        .thenRefused('OneStageARound');
  });

  it('委托人、受托人都不再进入后面的会签名单', () => {
    const people3 = [named(department), named(deputy), named(section)];
    const next = { ...on('2026-10-13'), reviewers: { ...COUNTY.reviewers, section: people3 } };
    const joint = entrusted.map((deed) => ({ ...deed, on: { ...deed.on, chain: TOGETHER.chain! } }));
    given(joint)
      .when(deputy, opinion(), next)
      .then({ type: 'OpinionGiven' }, { type: 'StagePassed', signers: [named(section)] });
  });

  it('会签中受托人既签自己的，也签委托人的', () => {
    const both = [...atJointSection, did(section, delegate(section2)), agreed(section2)];
    given(both)
      .when(section2, opinion())
      .then(...stays);
    given(both, agreed(section2)).when(section, opinion()).thenRefused('AlreadySigned');
    given(both, agreed(section2)).when(section2, opinion()).thenRefused('AlreadySigned');
    given(both, agreed(section2))
      .when(section3, opinion())
      .then(...passes);
    expect(fold(happened(both, agreed(section2))).progress.approved).toEqual(['section2', 'section']);
  });

  it('受托人的权限不超过委托人：委托人须回避的，受托人也不得审', () => {
    const reviewers = { ...COUNTY.reviewers, section: [named(section), named(department2)] };
    const later = [...submitted, did(department, delegate(deputy)), agreed(department2)];
    given(later).when(deputy, opinion(), { reviewers }).thenRefused('NotThisStagesTurn');
    const accepted = [
      ...submitted,
      did(department, delegate(deputy)),
      did(department2, { type: 'ProposeWording', path: '/name', to: '全民阅读', reason: '简明' }),
      did(department, { type: 'AcceptWording', wordingId: 'w1' }),
    ];
    given(accepted).when(deputy, opinion()).thenRefused('OwnWork');
  });

  it('受托人须有审核岗位且不须回避，委托须由轮到的人提出', () => {
    given(submitted).when(department, delegate(head)).thenRefused('OwnWork');
    given(atSection).when(section, delegate(department)).thenRefused('OneStageARound');
    given(submitted).when(department, delegate(outsider)).thenRefused('NotEligible');
    given(submitted).when(section, delegate(deputy)).thenRefused('NotThisStagesTurn');
  });

  it('受托人转办、加签记在委托人名下，但不得再委托', () => {
    const on13 = on('2026-10-13');
    given(entrusted)
      .when(deputy, transfer(performance), on13)
      .then({ type: 'ReviewTransferred', from: named(department) });
    given(entrusted, did(deputy, transfer(performance), on13))
      .when(deputy, opinion(), on13)
      .thenRefused('NotThisStagesTurn');
    given(entrusted).when(deputy, addSigner(performance), on13).then({ type: 'SignerAdded' });
    given(entrusted).when(deputy, delegate(performance), on13).thenRefused('NotYours');
  });

  it('退回单位后再来，委托在期间内仍然有效；别的级次不生效', () => {
    const again = [...entrusted, returned(department), did(clerk, REVISE), did(head, SUBMIT)];
    given(again)
      .when(deputy, opinion(), on('2026-10-14'))
      .then(...passes);
    given(entrusted, agreed(department2))
      .when(deputy, opinion(), { ...on('2026-10-14'), reviewers: { section: [named(department)] } })
      .thenRefused('NotThisStagesTurn');
  });

  it('期间须是先后相接、尚未过去的日期，且不得委托自己', () => {
    given(submitted)
      .when(department, delegate(deputy, '2026-10-15', '2026-10-14'))
      .thenRefused('PeriodInvalid', '/until');
    given(submitted)
      .when(department, delegate(deputy, '2026-10-01', '2026-10-11'))
      .thenRefused('PeriodInvalid');
    given(submitted)
      .when(department, delegate(deputy, '2026-10-12', '2026-13-01'))
      .thenRefused('PeriodInvalid');
    given(submitted)
      .when(department, delegate(deputy, '十月', '2026-10-14'))
      .thenRefused('PeriodInvalid');
    given(submitted)
      .when(department, delegate(deputy, '2026-10-12', '2026-10-12'))
      .then({ type: 'ReviewDelegated' });
    given(submitted).when(department, delegate(department)).thenRefused('AlreadySigner');
  });
});
