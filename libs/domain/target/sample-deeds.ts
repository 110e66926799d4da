import { type Actor } from '../recorded.ts';
import { type TargetCommand } from './commands.ts';
import { did, type Circumstances, type Deed } from './given.ts';
import { ACTUALS, draftOf, JOINT_CHAIN, named, people, sampleForm } from './sample-county.ts';

/** What people of the sample county do, in the words of the specs. */
type Opinion = Extract<TargetCommand, { type: 'GiveOpinion' }>;

export const opinion = (changes: Partial<Opinion> = {}): Opinion => ({
  type: 'GiveOpinion',
  decision: 'approve',
  comment: '同意申报，请严格按照绩效目标组织实施',
  annotations: [],
  ...changes,
});
export const CLASSIFY: TargetCommand = {
  type: 'ClassifyTarget',
  campaignId: 'campaign-2027',
  unit: draftOf().unit,
  department: draftOf().department,
  fiscalYear: 2027,
  code: 'XM-2027-007',
  reason: '经保密审查定为涉密项目',
};
export const SUBMIT: TargetCommand = { type: 'SubmitTarget', answers: [] };
export const SELF_EVALUATE: TargetCommand = {
  type: 'SubmitSelfEvaluation',
  paid: '50',
  budget: '50',
  actuals: ACTUALS,
};
export const GRANT: TargetCommand = {
  type: 'GrantTarget',
  documentNumber: '青财预〔2027〕1号',
  date: '2027-01-20',
  amount: '50',
};
export const REVISE: TargetCommand = { type: 'ReviseForm', form: sampleForm({ remarks: '已按意见修改' }) };
export const transfer = (to: Actor, from?: Actor): TargetCommand => ({
  type: 'TransferReview',
  to: named(to),
  ...(from && { from: named(from) }),
  reason: '外出学习',
});
export const addSigner = (signer: Actor): TargetCommand => ({
  type: 'AddSigner',
  signer: named(signer),
  reason: '涉及政府采购',
});
export const delegate = (to: Actor, since = '2026-10-12', until = '2026-10-16'): TargetCommand => ({
  type: 'DelegateReview',
  to: named(to),
  since,
  until,
  reason: '休假',
});
export const propose = (to = '举办阅读活动不少于24场', path = '/goals/g1/text'): TargetCommand => ({
  type: 'ProposeWording',
  path,
  to,
  reason: '目标应当量化',
});

export const agreed = (by: Actor, on: Circumstances = {}): Deed => did(by, opinion(), on);
export const returned = (by: Actor, returnTo = 'unit'): Deed =>
  did(by, opinion({ decision: 'return', comment: '请补充测算依据', returnTo }));

export const draft: readonly Deed[] = [did(people.clerk, draftOf())];
export const classified: readonly Deed[] = [did(people.clerk, CLASSIFY)];
export const presented: readonly Deed[] = [...draft, did(people.clerk, { type: 'PresentTarget' })];
export const submitted: readonly Deed[] = [...presented, did(people.head, SUBMIT)];
export const atSection: readonly Deed[] = [...submitted, agreed(people.department)];
export const approved: readonly Deed[] = [...atSection, agreed(people.section), agreed(people.performance)];
export const granted: readonly Deed[] = [...approved, did(people.leader, GRANT)];
export const selfEvaluated: readonly Deed[] = [...granted, did(people.clerk, SELF_EVALUATE)];

/** 会签 of 李文, 周全 and 吴迪 at the second stage, entered. */
export const TOGETHER: Circumstances = {
  chain: JOINT_CHAIN,
  reviewers: {
    department: [named(people.department)],
    section: [named(people.section), named(people.section2), named(people.section3)],
    performance: [named(people.performance)],
  },
};
export const atJointSection: readonly Deed[] = [
  ...presented,
  did(people.head, SUBMIT, TOGETHER),
  agreed(people.department, TOGETHER),
];
