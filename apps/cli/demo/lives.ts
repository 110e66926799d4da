import { type TargetCommandInput } from '#application';
import { type Grade } from '#domain';
import { type Actual } from '#domain/target';
import { type FormInput } from '#form';
import { type DemoUnit } from './people.ts';

/** How far a demo target has come. */
export const ENDS = [
  'draft',
  'presented',
  'stage-1',
  'stage-2',
  'stage-3',
  'earlier-stage',
  'returned',
  'resubmitted',
  'rejected',
  'abandoned',
  'approved',
  'second-round',
  'not-funded',
  'granted',
  'disclosed',
  'withheld',
  'self-evaluated',
  'evaluated',
] as const;
export type End = (typeof ENDS)[number];

export interface Step {
  user: string;
  command: TargetCommandInput;
}
export interface Subject {
  unit: DemoUnit;
  form: FormInput;
  amount: string;
  /** Reviewers, stage by stage. */
  reviewers: readonly string[];
  documentNumber: string;
  /** Short of the target here and there, so that points and reasons differ. */
  short: boolean;
}

const PHRASE = '同意申报，请严格按照绩效目标组织实施';

const opinion = (
  user: string,
  change: Partial<Extract<TargetCommandInput, { type: 'GiveOpinion' }>> = {},
): Step => ({
  user,
  command: { type: 'GiveOpinion', decision: 'approve', comment: PHRASE, annotations: [], ...change },
});

function submitted({ unit }: Subject): Step[] {
  return [
    { user: unit.clerk.user, command: { type: 'PresentTarget' } },
    { user: unit.head.user, command: { type: 'SubmitTarget', answers: [] } },
  ];
}

const agreed = (reviewers: readonly string[], grade?: Grade): Step[] =>
  reviewers.map((user) => opinion(user, grade ? { grade } : {}));

function returned(subject: Subject): Step {
  const [first = ''] = subject.reviewers;
  return opinion(first, {
    decision: 'return',
    comment: '请补充测算依据，并把满意度指标的调查方式写清楚。',
    annotations: [
      { path: '/indicators/i1/basis', comment: '数量依据是什么？请附上年完成情况。' },
      { path: '/goals/g1/text', comment: '目标表述偏笼统，请写明预期达到的程度。' },
    ],
  });
}

function revised({ unit, form }: Subject): Step[] {
  const indicators =
    form.indicators?.map((row, index) => (index === 0 ? { ...row, basis: '上年实际完成情况' } : row)) ?? [];
  const goals =
    form.goals?.map((goal) => ({ ...goal, text: `${goal.text ?? ''}年内全部完成并通过验收。` })) ?? [];
  return [
    { user: unit.clerk.user, command: { type: 'ReviseForm', form: { ...form, indicators, goals } } },
    { user: unit.head.user, command: { type: 'SubmitTarget', answers: [] } },
  ];
}

const granted = ({ amount, documentNumber }: Subject, date: string): Step => ({
  user: 'leader',
  command: { type: 'GrantTarget', documentNumber, date, amount },
});

function disclosed({ unit }: Subject, date: string): Step {
  return {
    user: unit.head.user,
    command: { type: 'DiscloseTarget', date, url: 'https://wangchuan.example/czxx/yszx' },
  };
}

function selfEvaluated({ unit, form, amount, short }: Subject): Step {
  const actuals = (form.indicators ?? []).map((row, index): Actual => {
    const missed = short && index === 1 && row.unit === '%' && row.value !== '0' && row.operator !== '≤';
    const actual = missed ? String(Number(row.value) - 2) : (row.value ?? '');
    return {
      indicatorId: row.id ?? '',
      actual: `${actual}${row.unit ?? ''}`,
      ...(missed && { reason: '受汛期影响，个别月份未达到要求，已列入次年整改。' }),
    };
  });
  return {
    user: unit.clerk.user,
    command: { type: 'SubmitSelfEvaluation', paid: amount, budget: amount, actuals },
  };
}

const confirmed = (subject: Subject): Step => ({
  user: subject.reviewers.at(-1) ?? '',
  command: { type: 'ConfirmEvaluation', comment: '经核对佐证材料，同意自评结果。', points: [] },
});

/** The commands that bring a fresh draft to its end, in order; `date` is the day of the reply and of publication. */
export function lifeOf(end: End, subject: Subject, date: string): Step[] {
  const approved = [...submitted(subject), ...agreed(subject.reviewers, '优')];
  const replied = [...approved, granted(subject, date)];
  const published = [...replied, disclosed(subject, date)];
  const lives: Record<End, () => readonly Step[]> = {
    ...unfinishedLives(subject),
    approved: () => approved,
    'second-round': () => [...approved, reopened(subject)],
    'not-funded': () => [...approved, notFunded],
    granted: () => replied,
    disclosed: () => published,
    withheld: () => [...replied, withheld(subject)],
    'self-evaluated': () => [...published, selfEvaluated(subject)],
    evaluated: () => [...published, selfEvaluated(subject), confirmed(subject)],
  };
  return [...lives[end]()];
}

type Unfinished = Exclude<
  End,
  | 'approved'
  | 'second-round'
  | 'not-funded'
  | 'granted'
  | 'disclosed'
  | 'withheld'
  | 'self-evaluated'
  | 'evaluated'
>;

function unfinishedLives(subject: Subject): Record<Unfinished, () => readonly Step[]> {
  const { reviewers, unit } = subject;
  const [first = '', second = ''] = reviewers;
  const sent = submitted(subject);
  const backToFirst = { decision: 'return', returnTo: 'first', comment: '请先核实测算依据。' } as const;
  const refused = { decision: 'reject', grade: '差', comment: '与部门职责不符，不予安排。' } as const;
  return {
    draft: () => [],
    presented: () => sent.slice(0, 1),
    'stage-1': () => sent,
    'stage-2': () => [...sent, ...agreed(reviewers.slice(0, 1))],
    'stage-3': () => [...sent, ...agreed(reviewers.slice(0, -1))],
    'earlier-stage': () => [...sent, opinion(first), opinion(second, backToFirst)],
    returned: () => [...sent, returned(subject)],
    resubmitted: () => [...sent, returned(subject), ...revised(subject)],
    rejected: () => [...sent, opinion(first, refused)],
    abandoned: () => [
      { user: unit.clerk.user, command: { type: 'AbandonTarget', reason: '与上级项目重复，合并申报。' } },
    ],
  };
}

const reopened = ({ amount }: Subject): Step => ({
  user: 'performance',
  command: { type: 'ReopenTarget', reason: '按控制数调整', ceiling: amount },
});
const notFunded: Step = {
  user: 'performance',
  command: { type: 'RefuseFunding', reason: '本年度财力不足，未予安排。' },
};
const withheld = ({ unit }: Subject): Step => ({
  user: unit.head.user,
  command: { type: 'WithholdDisclosure', reason: '涉及敏感信息，按规定不予公开。' },
});
