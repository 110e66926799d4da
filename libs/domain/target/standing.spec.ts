import { did, given } from './given.ts';
import {
  addSigner,
  agreed,
  approved,
  atJointSection,
  atSection,
  delegate,
  opinion,
  presented,
  returned,
  REVISE,
  SUBMIT,
  submitted,
  TOGETHER,
  transfer,
} from './sample-deeds.ts';
import { CHAIN, draftOf, named, people, sampleForm } from './sample-county.ts';

const { clerk, head, department, department2, section, section2, performance, deputy } = people;
const everywhere = (person: { user: string; name: string }) => ({
  reviewers: { department: [person], section: [person], performance: [person] },
});

describe('回避：按人不按单位', () => {
  it('起草、修改、送审过的人都不得审核', () => {
    const inOffice = { department: [named(clerk), named(head), named(department2)] };
    const on = { reviewers: inOffice };
    given(submitted).when(clerk, opinion(), on).thenRefused('OwnWork');
    given(submitted).when(head, opinion(), on).thenRefused('OwnWork');
    given(did(clerk, draftOf()), did(department2, REVISE), presented.slice(1), did(head, SUBMIT))
      .when(department2, opinion())
      .thenRefused('OwnWork');
  });

  it('只提交单位审核、退回经办的人不在其列', () =>
    given(
      did(clerk, draftOf()),
      did(department, { type: 'PresentTarget' }),
      did(department, { type: 'HandBackTarget', comment: '补齐' }),
      did(clerk, { type: 'PresentTarget' }),
      did(head, SUBMIT),
    )
      .when(department, opinion())
      .then({ type: 'OpinionGiven' }, { type: 'StagePassed' }));

  it('同一轮不得在两级发表意见', () => {
    given(atSection)
      .when(department, opinion(), everywhere(named(department)))
      .thenRefused('OneStageARound');
    given(atSection)
      .when(department2, opinion(), everywhere(named(department2)))
      .then({ type: 'OpinionGiven' }, { type: 'StagePassed' });
  });

  it('退回前级再审时，后级已发表意见的人不得到前级审', () =>
    given(atSection, returned(section, 'department'))
      .when(section, opinion(), everywhere(named(section)))
      .thenRefused('OneStageARound'));

  it('从第一级重来是新的一轮；从退回级接续时，前级意见仍算', () => {
    const revised = [...atSection, returned(section), did(clerk, REVISE)];
    const on = everywhere(named(department));
    given(revised, did(head, SUBMIT, { resumeAt: 'first' }))
      .when(section, opinion(), everywhere(named(section)))
      .then({ type: 'OpinionGiven' }, { type: 'StagePassed' });
    given(revised, did(head, SUBMIT, { resumeAt: 'returning' }))
      .when(department, opinion(), on)
      .thenRefused('OneStageARound');
    given(revised, did(head, SUBMIT, { resumeAt: 'returning' }))
      .when(section, opinion())
      .then({ type: 'OpinionGiven' }, { type: 'StagePassed' });
  });

  it('应回避的人不进入会签名单', () => {
    const reviewers = { ...TOGETHER.reviewers, section: [named(section), named(department), named(head)] };
    given(presented, did(head, SUBMIT, { ...TOGETHER, reviewers }))
      .when(department, opinion(), { ...TOGETHER, reviewers })
      .then({ type: 'OpinionGiven' }, { type: 'StagePassed', signers: [named(section)] });
  });

  it('发表过意见的人不得再替单位接受修改', () =>
    given(atSection, did(section, { type: 'ProposeWording', path: '/name', to: '全民阅读', reason: '简明' }))
      .when(department, { type: 'AcceptWording', wordingId: 'w1' })
      .thenRefused('OwnWork'));

  it('二上是新的一轮，原审核人可以再审', () =>
    given(
      approved,
      did(people.leader, { type: 'ReopenTarget', reason: '控制数下达', ceiling: '40' }),
      did(clerk, { type: 'ReviseForm', form: sampleForm({ funding: { thisYear: { total: '40' } } }) }),
      did(head, SUBMIT),
    )
      .when(performance, opinion(), everywhere(named(performance)))
      .then({ type: 'OpinionGiven' }, { type: 'StagePassed' }));
});

describe('无合适审核人的级次', () => {
  const nobody = { reviewers: { department: [named(head)] }, stageHeads: { department: ['head'] } };
  it('不跳过：由该级负责人指定一人', () => {
    given(submitted).when(deputy, opinion(), nobody).thenRefused('NotThisStagesTurn');
    given(submitted)
      .when(head, transfer(department2), nobody)
      .then({ type: 'ReviewTransferred', from: named(head), to: named(department2) });
    given(submitted, did(head, transfer(deputy), nobody))
      .when(deputy, opinion(), nobody)
      .then({ type: 'OpinionGiven' }, { type: 'StagePassed' });
    given(submitted, did(head, transfer(deputy), nobody))
      .when(head, opinion(), nobody)
      .thenRefused('OwnWork');
  });

  it('会签名单为空时同样如此', () => {
    const empty = {
      chain: [{ ...CHAIN[0]!, rule: 'all' as const }],
      reviewers: {},
      stageHeads: { department: ['department'] },
    };
    const stuck = [...presented, did(head, SUBMIT, empty)];
    given(stuck).when(deputy, opinion(), empty).thenRefused('NotThisStagesTurn');
    given(stuck, did(department, transfer(deputy), empty))
      .when(deputy, opinion(), empty)
      .thenTarget({ state: 'approved' });
  });
});

describe('催办', () => {
  const URGE = { type: 'UrgeReview', note: '请尽快' } as const;
  const urged = (by = head, on = {}) => did(by, URGE, on);

  it('发给该签未签的人，含受托人', () => {
    given(submitted)
      .when(head, URGE)
      .then({
        type: 'ReviewUrged',
        stage: 'department',
        to: [named(department), named(department2)],
        note: '请尽快',
        day: '2026-10-12',
      });
    given(atJointSection, agreed(section))
      .when(head, URGE)
      .then({ type: 'ReviewUrged', to: [named(section2), named(people.section3)] });
    given(submitted, did(department, delegate(deputy)))
      .when(head, URGE)
      .then({ type: 'ReviewUrged', to: [named(department), named(department2), named(deputy)] });
    given(submitted, did(department, delegate(deputy)))
      .when(head, URGE, { day: '2026-10-20' })
      .then({ type: 'ReviewUrged', to: [named(department), named(department2)] });
    given(submitted, did(department, transfer(deputy)))
      .when(head, URGE)
      .then({ type: 'ReviewUrged', to: [named(department2), named(deputy)] });
    given(submitted, did(department, addSigner(deputy)), agreed(department))
      .when(head, URGE)
      .then({ type: 'ReviewUrged', to: [named(deputy)] });
  });

  it('同一人一天一次，次日、他人不受限', () => {
    given(submitted, urged()).when(head, URGE).thenRefused('UrgedToday');
    given(submitted, urged()).when(clerk, URGE).then({ type: 'ReviewUrged' });
    given(submitted, urged()).when(head, URGE, { day: '2026-10-13' }).then({ type: 'ReviewUrged' });
  });

  it('应回避者不催；无人可催时说明，不空催', () =>
    given(submitted)
      .when(head, URGE, { reviewers: { department: [named(clerk)] } })
      .thenRefused('NobodyToUrge'));
});
