import { LONGEST_CHAIN, isChain, type Stage } from './chain.ts';
import { did, given, type Deed } from './given.ts';
import {
  agreed,
  approved,
  atJointSection,
  atSection,
  opinion,
  presented,
  returned,
  REVISE,
  SUBMIT,
  submitted,
  TOGETHER,
} from './sample-deeds.ts';
import { CHAIN, named, people } from './sample-county.ts';

const { clerk, head, department, department2, section, section2, section3, performance } = people;
const toUnit = opinion({ decision: 'return', comment: '请补充测算依据' });

describe('审核', () => {
  it('意见连同批注记录在案，转入下一级', () => {
    const annotations = [{ path: '/indicators/i1/value', comment: '偏低' }];
    given(submitted)
      .when(department, opinion({ comment: '同意', annotations }))
      .then(
        { type: 'OpinionGiven', stage: 'department', decision: 'approve', comment: '同意', annotations },
        { type: 'StagePassed', stage: 'department', next: 'section', signers: [] },
      );
    given(submitted, agreed(department))
      .when(section, opinion())
      .thenTarget({ state: 'in-review', stage: 'performance' });
  });

  it('末级审核同意，目标即审核通过', () => {
    given(atSection, agreed(section))
      .when(performance, opinion())
      .then({ type: 'OpinionGiven', stage: 'performance' }, { type: 'TargetApproved', stage: 'performance' });
    given(approved)
      .when(people.leader, { type: 'RefuseFunding', reason: '财力不足' })
      .then({ type: 'TargetNotFunded' });
  });

  it('审核不通过即告终结', () => {
    given(submitted)
      .when(department, opinion({ decision: 'reject', comment: '不属本部门职责' }))
      .then({ type: 'OpinionGiven', decision: 'reject' }, { type: 'TargetRejected', stage: 'department' });
    given(submitted)
      .when(department, opinion({ decision: 'reject' }))
      .thenTarget({ state: 'rejected', stage: null });
  });

  it('批注必须落在表上有的地方', () =>
    given(submitted)
      .when(
        department,
        opinion({
          annotations: [
            { path: '/goals/g1/text', comment: '可' },
            { path: '/goals/g9/text', comment: '无此行' },
            { path: '/nothing', comment: '无此栏' },
          ],
        }),
      )
      .thenRefused('UnknownPath', '/annotations/1/path', '/annotations/2/path'));

  it('不得越级审核，已过的级次也不得再审', () => {
    given(submitted).when(performance, opinion()).thenRefused('NotThisStagesTurn');
    given(atSection).when(department2, opinion()).thenRefused('NotThisStagesTurn');
    given(submitted).when(people.outsider, opinion()).thenRefused('NotThisStagesTurn');
  });

  it('流程可为一至五级，逐级走完才通过', () => {
    const stages = [
      ...CHAIN,
      { ...CHAIN[0]!, id: 'fourth', name: '预算股' },
      { ...CHAIN[0]!, id: 'fifth', name: '局领导' },
    ];
    const reviewers: Record<string, { user: string; name: string }[]> = Object.fromEntries(
      stages.map(({ id }) => [id, [{ user: `reviewer-${id}`, name: id }]]),
    );
    const by = ({ id }: Stage) => ({ ...people.outsider, user: `reviewer-${id}` });
    for (let length = 1; length <= LONGEST_CHAIN; length += 1) {
      const chain = stages.slice(0, length);
      const deeds = [...presented, did(head, SUBMIT, { chain, reviewers })];
      const before: Deed[] = chain.slice(0, -1).map((stage) => agreed(by(stage), { chain, reviewers }));
      given(deeds, before)
        .when(by(chain.at(-1)!), opinion(), { reviewers })
        .thenTarget({ state: 'approved' });
      for (const [index, stage] of chain.slice(0, -1).entries())
        given(deeds, before.slice(0, index))
          .when(by(stage), opinion(), { reviewers })
          .thenTarget({ state: 'in-review', stage: chain[index + 1]!.id });
    }
  });

  it('流程须有一至五级，编号名称俱全且不重复', () => {
    expect(isChain(CHAIN)).toBe(true);
    expect(isChain([])).toBe(false);
    expect(isChain([...CHAIN, ...CHAIN])).toBe(false);
    expect(isChain(Array.from({ length: 6 }, (_, index) => ({ ...CHAIN[0]!, id: String(index) })))).toBe(
      false,
    );
    expect(isChain(Array.from({ length: 5 }, (_, index) => ({ ...CHAIN[0]!, id: String(index) })))).toBe(
      true,
    );
    for (const broken of [{ id: 'unit' }, { id: ' ' }, { name: '' }])
      expect(isChain([{ ...CHAIN[0]!, ...broken }])).toBe(false);
  });
});

describe('退回', () => {
  it('退回单位：回到单位手中，记下由哪一级退回', () => {
    given(atSection)
      .when(section, toUnit)
      .then(
        { type: 'OpinionGiven', decision: 'return' },
        { type: 'TargetReturned', stage: 'section', to: 'unit', signers: [] },
      );
    given(atSection)
      .when(section, toUnit)
      .thenTarget({ state: 'returned', stage: null, returnedBy: 'section' });
  });

  it('退回前面的级次：该级重审，后面逐级再走', () => {
    const back = [...atSection, agreed(section), returned(performance, 'department')];
    given(atSection, agreed(section))
      .when(performance, opinion({ decision: 'return', returnTo: 'department' }))
      .then({ type: 'OpinionGiven' }, { type: 'TargetReturned', stage: 'performance', to: 'department' });
    given(back).when(section, opinion()).thenRefused('OneStageARound');
    given(back).when(section2, opinion()).thenRefused('NotThisStagesTurn');
    given(back)
      .when(department, opinion())
      .thenTarget({ stage: 'section', acted: { department: 'department' } });
    given(back, agreed(department2), agreed(section))
      .when(performance, opinion())
      .thenTarget({ state: 'approved' });
  });

  it('只能退回已有的、在前的级次，且限于退回', () => {
    const to = (returnTo: string) => opinion({ decision: 'return', returnTo });
    given(atSection).when(section, to('nowhere')).thenRefused('UnknownStage', '/returnTo');
    given(atSection).when(section, to('section')).thenRefused('NotAnEarlierStage', '/returnTo');
    given(atSection).when(section, to('performance')).thenRefused('NotAnEarlierStage', '/returnTo');
    given(atSection)
      .when(section, opinion({ returnTo: 'department' }))
      .thenRefused('ReturnToWithoutReturn');
  });
});

describe('或签与会签', () => {
  it('或签：一人同意即过，另一人不必再签', () => {
    given(submitted).when(department2, opinion()).then({ type: 'OpinionGiven' }, { type: 'StagePassed' });
    given(submitted, agreed(department2)).when(department, opinion()).thenRefused('NotThisStagesTurn');
  });

  it('会签：进入时的全体逐一同意才过', () => {
    given(submitted.slice(0, -1), did(head, SUBMIT, TOGETHER))
      .when(department, opinion(), TOGETHER)
      .then(
        { type: 'OpinionGiven' },
        { type: 'StagePassed', signers: [named(section), named(section2), named(section3)] },
      );
    given(atJointSection).when(section, opinion()).then({ type: 'OpinionGiven' });
    given(atJointSection, agreed(section)).when(section2, opinion()).then({ type: 'OpinionGiven' });
    given(atJointSection, agreed(section), agreed(section2))
      .when(section3, opinion())
      .then({ type: 'OpinionGiven' }, { type: 'StagePassed', next: 'performance' });
  });

  it('会签中同一人不得签两次', () =>
    given(atJointSection, agreed(section)).when(section, opinion()).thenRefused('AlreadySigned'));

  it('会签人以进入该级时的名册为准，后来者不在其列', () => {
    const later = { ...TOGETHER, reviewers: { section: [named(people.deputy)] } };
    given(atJointSection).when(people.deputy, opinion(), later).thenRefused('NotThisStagesTurn');
    given(atJointSection).when(section, opinion(), later).then({ type: 'OpinionGiven' });
  });

  it('会签半途退回单位：已签意见留存，再来时全体重签', () => {
    const back = [...atJointSection, agreed(section), returned(section2)];
    given(atJointSection, agreed(section))
      .when(section2, toUnit)
      .thenTarget({ state: 'returned', acted: { section: 'section' } });
    const again = [
      ...back,
      did(clerk, REVISE),
      did(head, SUBMIT, { ...TOGETHER, resumeAt: 'returning' as const }),
    ];
    given(again).when(section2, opinion()).then({ type: 'OpinionGiven' });
    given(again, agreed(section2), agreed(section3))
      .when(section, opinion())
      .then({ type: 'OpinionGiven' }, { type: 'StagePassed' });
  });

  it('会签半途退回前面的级次：重新进入时重新会签', () => {
    const back = [...atJointSection, agreed(section), returned(section2, 'department')];
    given(back).when(department, opinion(), TOGETHER).then({ type: 'OpinionGiven' }, { type: 'StagePassed' });
    given(back, agreed(department, TOGETHER), agreed(section2), agreed(section3))
      .when(section, opinion())
      .then({ type: 'OpinionGiven' }, { type: 'StagePassed', next: 'performance' });
  });

  it('退回到会签的级次：全体须重新会签', () => {
    const signed = [...atJointSection, agreed(section), agreed(section2), agreed(section3)];
    const again = [
      ...signed,
      did(performance, opinion({ decision: 'return', returnTo: 'section' }), TOGETHER),
    ];
    given(again).when(section, opinion()).then({ type: 'OpinionGiven' });
    given(again, agreed(section), agreed(section2))
      .when(section3, opinion())
      .then({ type: 'OpinionGiven' }, { type: 'StagePassed', next: 'performance' });
  });

  it('会签中一人不通过即不通过', () =>
    given(atJointSection, agreed(section))
      .when(section2, opinion({ decision: 'reject' }))
      .thenTarget({ state: 'rejected' }));
});
