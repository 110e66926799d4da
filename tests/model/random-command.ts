import { type Form } from '#form';
import { type Grade } from '#domain';
import { type Actual, type TargetCommand, type TargetCommandType } from '#domain/target';
import { chance, dayOf, EVERYBODY, one, person, REVIEWERS, type Dice, type World } from './random-world.ts';

type Of<T extends TargetCommandType> = Extract<TargetCommand, { type: T }>;
/** The world, and how many wordings have been proposed in it. */
type Case = World & { proposals: number };
const REASON = '理由';
const OFFICE = { code: '101', name: '某局' };

const form = (roll: Dice): Form =>
  chance(roll, 3)
    ? { kind: 'overall' }
    : {
        kind: 'project',
        funding: { thisYear: { total: String(30 + 10 * roll(4)) } },
        goals: [{ id: 'g1', text: `目标${String(roll(2))}` }],
        ...(chance(roll, 70) && { remarks: `备注${String(roll(2))}` }),
      };
const wordingId = (roll: Dice, { proposals }: Case): string =>
  `w${String(Math.max(1, proposals + 1 - roll(4)))}`;
const anybody = (roll: Dice) => person(one(roll, chance(roll, 85) ? REVIEWERS : EVERYBODY));

const GRADES = { approve: ['优', '良'], return: ['中'], reject: ['差'] } as const;
const POINTS: Readonly<Record<Grade, string>> = { 优: '95', 良: '80', 中: '60', 差: '59.99' };

function opinion(roll: Dice): Of<'GiveOpinion'> {
  const decision = one(roll, [
    ...Array<'approve'>(20).fill('approve'),
    'return',
    'return',
    'reject',
  ] as const);
  const grade = chance(roll, 90) ? one(roll, GRADES[decision]) : one(roll, ['优', '良', '中', '差'] as const);
  const answer = {
    criterion: '总评',
    question: '总体',
    points: POINTS[chance(roll, 90) ? grade : '优'],
    comment: '',
  };
  return {
    type: 'GiveOpinion',
    decision,
    comment: '意见',
    annotations: chance(roll, 3) ? [{ path: '/nothing', comment: '无此栏' }] : [],
    ...(chance(roll, 25) && { grade }),
    ...(chance(roll, 25) && { sheet: chance(roll, 90) ? [answer] : [answer, answer] }),
    ...(chance(roll, decision === 'return' ? 60 : 2) && {
      returnTo: one(roll, ['unit', 's0', 's0', 's1', 's2', 's9']),
    }),
  };
}

function actuals(roll: Dice): Actual[] {
  const second = {
    indicatorId: 'i2',
    actual: '2',
    ...(chance(roll, 85) && { points: chance(roll, 90) ? '33' : '41' }),
    ...(chance(roll, 90) && { reason: REASON }),
  };
  const first = {
    indicatorId: 'i1',
    actual: '1',
    ...(chance(roll, 15) && { points: one(roll, ['50', '44', '51']) }),
    ...(chance(roll, 50) && { reason: REASON }),
  };
  const more = chance(roll, 8) ? [one(roll, [first, { indicatorId: 'i9', actual: '9' }])] : [];
  return chance(roll, 5) ? [first] : [first, second, ...more];
}

const corrections = (roll: Dice): Of<'ConfirmEvaluation'>['points'] =>
  Array.from({ length: roll(3) }, () => ({
    indicatorId: one(roll, ['i1', 'i2', 'i2', 'i9']),
    points: one(roll, ['12', '39', '45']),
    reason: REASON,
  }));

const date = (roll: Dice): string => (chance(roll, 90) ? '2027-01-20' : '');

/** A command of each type with random contents, right and wrong. */
const MAKE: { [T in TargetCommandType]: (roll: Dice, world: Case) => Of<T> } = {
  DraftTarget: (roll) => ({
    type: 'DraftTarget',
    campaignId: 'c',
    unit: OFFICE,
    department: OFFICE,
    fiscalYear: 2027,
    form: { ...form(roll), kind: 'project' },
  }),
  ClassifyTarget: () => ({
    type: 'ClassifyTarget',
    campaignId: 'c',
    unit: OFFICE,
    department: OFFICE,
    fiscalYear: 2027,
    code: 'XM1',
    reason: REASON,
  }),
  ReviseForm: (roll) => ({ type: 'ReviseForm', form: form(roll) }),
  PresentTarget: () => ({ type: 'PresentTarget' }),
  HandBackTarget: () => ({ type: 'HandBackTarget', comment: REASON }),
  SubmitTarget: (roll) => ({
    type: 'SubmitTarget',
    answers: chance(roll, 3) ? [{ code: 'sum', path: '/funding', answer: REASON }] : [],
  }),
  WithdrawTarget: () => ({ type: 'WithdrawTarget', reason: REASON }),
  AbandonTarget: () => ({ type: 'AbandonTarget', reason: REASON }),
  GiveOpinion: opinion,
  ProposeWording: (roll) => ({
    type: 'ProposeWording',
    path: one(roll, ['/remarks', '/remarks', '/goals/g1/text', '/goals/g7/text', '/kind']),
    to: one(roll, ['备注0', '目标0', '建议']),
    reason: REASON,
  }),
  AcceptWording: (roll, world) => ({ type: 'AcceptWording', wordingId: wordingId(roll, world) }),
  DeclineWording: (roll, world) => ({
    type: 'DeclineWording',
    wordingId: wordingId(roll, world),
    reason: REASON,
  }),
  TransferReview: (roll) => ({
    type: 'TransferReview',
    to: anybody(roll),
    ...(chance(roll, 50) && { from: anybody(roll) }),
    reason: REASON,
  }),
  AddSigner: (roll) => ({ type: 'AddSigner', signer: anybody(roll), reason: REASON }),
  DelegateReview: (roll, world) => ({
    type: 'DelegateReview',
    to: anybody(roll),
    since: dayOf(world, roll(3) - 1),
    until: dayOf(world, roll(6) - 1),
    reason: REASON,
  }),
  CopyTarget: (roll) => ({ type: 'CopyTarget', to: [anybody(roll)], note: '' }),
  UrgeReview: () => ({ type: 'UrgeReview', note: '' }),
  ReopenTarget: (roll) => ({ type: 'ReopenTarget', reason: REASON, ceiling: one(roll, ['35', '40', '90']) }),
  RefuseFunding: () => ({ type: 'RefuseFunding', reason: REASON }),
  GrantTarget: (roll) => ({
    type: 'GrantTarget',
    documentNumber: '1号',
    date: chance(roll, 90) ? date(roll) : '2020-01-20',
    amount: '50',
  }),
  DiscloseTarget: (roll) => ({ type: 'DiscloseTarget', date: date(roll), url: 'https://example.gov.cn/' }),
  WithholdDisclosure: () => ({ type: 'WithholdDisclosure', reason: REASON }),
  SubmitSelfEvaluation: (roll) => ({
    type: 'SubmitSelfEvaluation',
    paid: '50',
    budget: '50',
    actuals: actuals(roll),
  }),
  ConfirmEvaluation: (roll) => ({ type: 'ConfirmEvaluation', comment: REASON, points: corrections(roll) }),
  ReturnSelfEvaluation: () => ({ type: 'ReturnSelfEvaluation', comment: REASON }),
};
export const COMMAND_TYPES = Object.keys(MAKE) as TargetCommandType[];

export const commandOf = (type: TargetCommandType, roll: Dice, world: Case): TargetCommand =>
  MAKE[type](roll, world);
