import { did, given } from './given.ts';
import {
  agreed,
  atJointSection,
  atSection,
  opinion,
  propose,
  REVISE,
  returned,
  SUBMIT,
  submitted,
} from './sample-deeds.ts';
import { draftOf, people, sampleForm } from './sample-county.ts';

const { clerk, head, department, section, section2 } = people;
const proposed = [...submitted, did(department, propose())];
const ACCEPT = { type: 'AcceptWording', wordingId: 'w1' } as const;
const DECLINE = { type: 'DeclineWording', wordingId: 'w1', reason: '场次受经费限制' } as const;

describe('建议修改文字', () => {
  it('审核人提出，原文与建议一并记录', () => {
    given(submitted).when(department, propose()).then({
      type: 'WordingProposed',
      wordingId: 'w1',
      stage: 'department',
      path: '/goals/g1/text',
      from: '办好阅读活动',
      to: '举办阅读活动不少于24场',
      reason: '目标应当量化',
    });
    given(proposed)
      .when(department, propose('全民阅读', '/name'))
      .then({ type: 'WordingProposed', wordingId: 'w2' });
    given(proposed)
      .when(clerk, DECLINE)
      .thenTarget({
        wordings: [
          { id: 'w1', stage: 'department', answer: 'declined', by: { user: 'department', name: '钱一鸣' } },
        ],
      });
  });

  it('空着的栏目也可以建议填写', () => {
    given(submitted)
      .when(department, propose('《公共图书馆法》', '/basis'))
      .then({ type: 'WordingProposed', path: '/basis', to: '《公共图书馆法》' });
    given(submitted, did(department, propose('《公共图书馆法》', '/basis')))
      .when(clerk, ACCEPT)
      .thenTarget({ form: { basis: '《公共图书馆法》' } });
  });

  it('只能改表上的文字，不能改取自名册的、作标识的和放不下的', () => {
    for (const path of [
      '/nothing',
      '/goals/g9/text',
      '/goals/g1',
      '/goals',
      '/',
      '/funding/thisYear',
      '/head',
    ])
      given(submitted).when(department, propose('改', path)).thenRefused('UnknownPath', '/path');
    for (const path of ['/kind', '/unitName', '/department', '/fiscalYear', '/goals/g1/id'])
      given(submitted).when(department, propose('overall', path)).thenRefused('UnknownPath', '/path');
    given(submitted).when(department, propose('很多', '/funding/thisYear/total')).thenRefused('UnknownPath');
    given(submitted).when(department, propose('  ', '/name')).thenRefused('UnknownPath');
    const attached = sampleForm({ attachments: [{ sha256: 'a'.repeat(64), name: '方案.pdf' }] });
    given(did(clerk, draftOf(attached)), submitted.slice(1))
      .when(department, propose('新方案.pdf', '/attachments/0/name'))
      .thenRefused('UnknownPath');
  });

  it('与原文相同的建议不予受理', () =>
    given(submitted).when(department, propose('办好阅读活动')).thenRefused('NothingChanged', '/to'));

  it('须由轮到的人提出', () => {
    given(submitted).when(section, propose()).thenRefused('NotThisStagesTurn');
    given(submitted).when(head, propose()).thenRefused('OwnWork');
    given(atJointSection, agreed(section)).when(section, propose()).thenRefused('AlreadySigned');
  });
});

describe('答复修改建议', () => {
  it('接受：表上改用建议的文字，成为新的一版', () => {
    given(proposed)
      .when(clerk, ACCEPT)
      .then({
        type: 'WordingAccepted',
        wordingId: 'w1',
        path: '/goals/g1/text',
        form: sampleForm({ goals: [{ id: 'g1', text: '举办阅读活动不少于24场' }] }),
      });
    given(proposed)
      .when(clerk, ACCEPT)
      .thenTarget({
        state: 'in-review',
        formRevision: 4,
        wordings: [{ answer: 'accepted' }],
        authors: ['clerk', 'head'],
      });
  });

  it('接受的人算作修改人，此后不得审核', () =>
    given(proposed, did(section2, ACCEPT), agreed(department))
      .when(section2, opinion())
      .thenRefused('OwnWork'));

  it('不接受：记下理由，表不变', () => {
    given(proposed)
      .when(clerk, DECLINE)
      .then({ type: 'WordingDeclined', wordingId: 'w1', path: '/goals/g1/text', reason: '场次受经费限制' });
    given(proposed)
      .when(clerk, DECLINE)
      .thenTarget({ form: sampleForm(), formRevision: 0, authors: ['clerk', 'head'] });
  });

  it('没有的或已答复的建议不能再答复', () => {
    given(submitted).when(clerk, ACCEPT).thenRefused('UnknownWording', '/wordingId');
    for (const answer of [ACCEPT, DECLINE])
      for (const again of [ACCEPT, DECLINE])
        given(proposed, did(clerk, answer)).when(clerk, again).thenRefused('UnknownWording');
  });

  it('原文已另行改动的建议不能接受，只能不接受', () => {
    const twice = [...proposed, did(department, propose('阅读活动24场')), did(clerk, ACCEPT)];
    given(twice)
      .when(clerk, { ...ACCEPT, wordingId: 'w2' })
      .thenRefused('WordingOutdated');
    given(twice)
      .when(clerk, { ...DECLINE, wordingId: 'w2' })
      .then({ type: 'WordingDeclined' });
    const rowGone = [
      ...proposed,
      returned(department),
      did(clerk, { type: 'ReviseForm', form: sampleForm({ goals: [{ id: 'g2', text: '办好阅读活动' }] }) }),
      did(head, SUBMIT),
    ];
    given(rowGone).when(clerk, ACCEPT).thenRefused('WordingOutdated');
  });

  it('答复之前不得同意，可以退回或不通过', () => {
    given(proposed)
      .when(department, opinion({ grade: '良' }))
      .thenRefused('WordingOpen');
    given(proposed, did(clerk, DECLINE))
      .when(department, opinion({ grade: '良' }))
      .then({ type: 'OpinionGiven', grade: '良' }, { type: 'StagePassed' });
    given(proposed)
      .when(department, opinion({ decision: 'return' }))
      .thenTarget({ state: 'returned' });
    given(proposed)
      .when(department, opinion({ decision: 'reject' }))
      .thenTarget({ state: 'rejected' });
    given(proposed, returned(department), did(clerk, REVISE), did(head, SUBMIT))
      .when(department, opinion())
      .thenRefused('WordingOpen');
    given(atSection, did(section, propose()), did(clerk, ACCEPT))
      .when(section, opinion())
      .then({ type: 'OpinionGiven' }, { type: 'StagePassed' });
  });
});
