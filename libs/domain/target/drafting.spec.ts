import { type DraftingCommand } from './commands.ts';
import { did, fact, given } from './given.ts';
import { atSection, draft, opinion, presented, returned, REVISE, SUBMIT, submitted } from './sample-deeds.ts';
import { CHAIN, draftOf, named, people, sampleForm } from './sample-county.ts';

const { clerk, head } = people;
const PRESENT: DraftingCommand = { type: 'PresentTarget' };
const HAND_BACK: DraftingCommand = { type: 'HandBackTarget', comment: '请补齐指标' };
const WITHDRAW: DraftingCommand = { type: 'WithdrawTarget', reason: '金额有误' };
const ABANDON: DraftingCommand = { type: 'AbandonTarget', reason: '项目取消' };
const warning = {
  code: 'basis-missing',
  severity: 'warning',
  path: '/basis',
  message: '未填立项依据',
} as const;
const error = { code: 'total-missing', severity: 'error', path: '/funding', message: '未填总额' } as const;

describe('起草申报表', () => {
  it('经办建立草稿，单位、部门、年度取自名册和批次', () =>
    given()
      .when(clerk, draftOf(sampleForm({ unitName: '县图书馆', department: '文旅局', fiscalYear: 2026 })))
      .then({
        type: 'TargetDrafted',
        form: sampleForm(),
        stated: { unitName: '县图书馆', department: '文旅局', fiscalYear: '2026' },
      }));

  it('草稿不论对错都收下，文件未写的不算说法不一', () =>
    given()
      .when(clerk, draftOf({ kind: 'project' }))
      .then({ type: 'TargetDrafted', stated: {} }));

  it('批次未开放不得起草', () =>
    given().when(clerk, draftOf(), { campaignOpen: false }).thenRefused('CampaignNotOpen'));

  it('批次不收的表种不得起草', () =>
    given().when(clerk, draftOf(), { chain: [] }).thenRefused('KindNotInCampaign'));

  it('修改后以新表为准，并记下是第几版', () => {
    given(draft)
      .when(clerk, REVISE)
      .then({ type: 'FormRevised', form: sampleForm({ remarks: '已按意见修改' }) });
    given(draft, did(clerk, PRESENT), did(head, HAND_BACK))
      .when(clerk, REVISE)
      .thenTarget({ form: { remarks: '已按意见修改' }, formRevision: 3, revised: true });
  });

  it('没有改动的修改不予受理', () =>
    given(draft)
      .when(clerk, { type: 'ReviseForm', form: sampleForm({ unitName: '图书馆' }) })
      .thenRefused('NothingChanged'));

  it('不得换成另一种申报表', () =>
    given(draft)
      .when(clerk, { type: 'ReviseForm', form: { kind: 'overall' } })
      .thenRefused('KindChanged'));
});

describe('提交单位审核', () => {
  it('提交后由负责人处理，经办不得再改、再交', () => {
    given(draft).when(clerk, PRESENT).then({ type: 'TargetPresented' });
    given(presented).when(clerk, REVISE).thenRefused('WithTheHead');
    given(presented).when(clerk, PRESENT).thenRefused('WithTheHead');
  });

  it('负责人退回经办后可以再改', () => {
    given(presented).when(head, HAND_BACK).then({ type: 'TargetHandedBack', comment: '请补齐指标' });
    given(presented, did(head, HAND_BACK)).when(clerk, REVISE).then({ type: 'FormRevised' });
    given(presented).when(head, HAND_BACK).thenTarget({ handedBack: true });
    given(presented, did(head, HAND_BACK)).when(clerk, PRESENT).thenTarget({ handedBack: false });
  });

  it('未提交的不能退回经办', () => given(draft).when(head, HAND_BACK).thenRefused('NotPresented'));
});

describe('送审', () => {
  it('负责人送审，审核流程写入事件，进入第一级', () => {
    given(presented).when(head, SUBMIT).then({
      type: 'TargetSubmitted',
      round: 1,
      chain: CHAIN,
      stage: 'department',
      signers: [],
      answers: [],
    });
    given(presented)
      .when(head, SUBMIT)
      .thenTarget({ state: 'in-review', stage: 'department', presented: false });
  });

  it('流程此后的变动不影响已送审的目标', () =>
    given(submitted)
      .when(people.department, opinion(), { chain: [] })
      .then({ type: 'OpinionGiven' }, { type: 'StagePassed', next: 'section' }));

  it('草稿未经单位审核不得送审', () => given(draft).when(head, SUBMIT).thenRefused('NotPresented'));

  it('批次关闭、流程为空时不得送审', () => {
    given(presented).when(head, SUBMIT, { campaignOpen: false }).thenRefused('CampaignNotOpen');
    given(presented).when(head, SUBMIT, { chain: [] }).thenRefused('KindNotInCampaign');
  });

  it('有错误未改正不得送审，逐条指明位置', () =>
    given(presented)
      .when(head, SUBMIT, { findings: [warning, error] })
      .thenRefused('ErrorsLeft', '/funding'));

  it('对提示的答复连同提示原文记录在案', () => {
    const answers = [{ code: 'basis-missing', path: '/basis', answer: '依据另附' }];
    given(presented)
      .when(head, { type: 'SubmitTarget', answers }, { findings: [warning] })
      .then({ type: 'TargetSubmitted', answers: [{ ...answers[0]!, message: '未填立项依据' }] });
    given(presented)
      .when(head, { type: 'SubmitTarget', answers })
      .thenRefused('AnswerToNoFinding', '/answers/0');
    given(presented)
      .when(head, { type: 'SubmitTarget', answers }, { findings: [{ ...warning, path: '/summary' }] })
      .thenRefused('AnswerToNoFinding', '/answers/0');
  });

  it('申报期首日、末日都可送审，之前之后不行', () => {
    for (const day of ['2026-10-01', '2026-10-31'])
      given(presented).when(head, SUBMIT, { day }).then({ type: 'TargetSubmitted' });
    given(presented).when(head, SUBMIT, { day: '2026-09-30' }).thenRefused('WindowNotOpen');
    given(presented).when(head, SUBMIT, { day: '2026-11-01' }).thenRefused('WindowClosed');
    given(presented).when(head, SUBMIT, { day: '2099-01-01', windows: {} }).then({ type: 'TargetSubmitted' });
  });

  it('送审人不列入第一级会签人', () =>
    given(presented)
      .when(head, SUBMIT, {
        chain: [{ ...CHAIN[0]!, rule: 'all' }],
        reviewers: { department: [named(clerk), named(head), named(people.department)] },
      })
      .then({ type: 'TargetSubmitted', signers: [named(people.department)] }));
});

describe('退回后再送审', () => {
  const back = [...submitted, returned(people.department)];

  it('未作修改不得再送，送审以前的修改不算', () => {
    given(back).when(head, SUBMIT).thenRefused('RevisionMissing');
    given(draft, did(clerk, REVISE), submitted.slice(1), returned(people.department))
      .when(head, SUBMIT)
      .thenRefused('RevisionMissing');
  });

  it('修改后再送，计为第二轮，按修改期限', () => {
    given(back, did(clerk, REVISE)).when(head, SUBMIT).then({ type: 'TargetSubmitted', round: 2 });
    given(back, did(clerk, REVISE))
      .when(head, SUBMIT, { day: '2026-11-30' })
      .then({ type: 'TargetSubmitted', round: 2 });
    given(back, did(clerk, REVISE)).when(head, SUBMIT, { day: '2026-10-09' }).thenRefused('WindowNotOpen');
  });

  it('从第一级或退回的那一级开始，依批次规定', () => {
    const revised = given(atSection, returned(people.section), did(clerk, REVISE));
    revised.when(head, SUBMIT, { resumeAt: 'first' }).then({ type: 'TargetSubmitted', stage: 'department' });
    revised.when(head, SUBMIT, { resumeAt: 'returning' }).then({ type: 'TargetSubmitted', stage: 'section' });
    revised
      .when(head, SUBMIT, { resumeAt: 'returning', chain: [CHAIN[2]!] })
      .then({ type: 'TargetSubmitted', stage: 'performance' });
  });

  it('评为中的按完整程序重来，总从第一级开始', () =>
    given(atSection, did(people.section, opinion({ decision: 'return', grade: '中' })), did(clerk, REVISE))
      .when(head, SUBMIT, { resumeAt: 'returning' })
      .then({ type: 'TargetSubmitted', stage: 'department' }));
});

describe('撤回', () => {
  it('第一级尚无人审核时可以撤回为草稿，并可不加修改再送', () => {
    given(submitted).when(head, WITHDRAW).then({ type: 'TargetWithdrawn', reason: '金额有误' });
    given(submitted).when(head, WITHDRAW).thenTarget({ state: 'draft', stage: null, presented: false });
    given(submitted, did(head, WITHDRAW), did(clerk, PRESENT))
      .when(head, SUBMIT)
      .then({ type: 'TargetSubmitted', round: 2 });
  });

  it('撤回不换期限：从未退回过的仍按申报期', () => {
    const withdrawn = given(submitted, did(head, WITHDRAW), did(clerk, PRESENT));
    withdrawn.when(head, SUBMIT, { day: '2026-10-05' }).then({ type: 'TargetSubmitted' });
    withdrawn.when(head, SUBMIT, { day: '2026-11-05' }).thenRefused('WindowClosed');
  });

  it('退回后修改过的，撤回后不必再改', () =>
    given(
      submitted,
      returned(people.department),
      did(clerk, REVISE),
      did(head, SUBMIT),
      did(head, WITHDRAW),
      did(clerk, PRESENT),
    )
      .when(head, SUBMIT)
      .then({ type: 'TargetSubmitted', round: 3 }));

  it('第一级有人发表意见或提出修改文字后不得撤回', () => {
    given(atSection).when(head, WITHDRAW).thenRefused('ReviewHasBegun');
    given(
      submitted,
      did(people.department, { type: 'ProposeWording', path: '/name', to: '全民阅读', reason: '简明' }),
    )
      .when(head, WITHDRAW)
      .thenRefused('ReviewHasBegun');
  });

  it('再送之后又可撤回', () =>
    given(submitted, returned(people.department), did(clerk, REVISE), did(head, SUBMIT))
      .when(head, WITHDRAW)
      .then({ type: 'TargetWithdrawn' }));
});

describe('作废', () => {
  it('草稿和退回的目标可以作废，此后不再变化', () => {
    given(draft).when(clerk, ABANDON).then({ type: 'TargetAbandoned', reason: '项目取消' });
    given(submitted, returned(people.department)).when(head, ABANDON).thenTarget({ state: 'abandoned' });
  });

  it('读到不认识的事件立即报错，不跳过', () =>
    expect(() =>
      given(fact(clerk, JSON.parse('{"type":"TargetTeleported"}') as never)).when(clerk, PRESENT),
    ).toThrow('unknown event'));
});
