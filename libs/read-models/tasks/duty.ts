import { type Duty } from '#contracts';
import {
  awaited,
  stageOf,
  type NamedPerson,
  type Stage,
  type Target,
  type TargetCommandType,
} from '#domain/target';

export const DUTY_TERMS: Readonly<Record<Duty, string>> = {
  fill: '填报',
  revise: '修改后重报',
  submit: '送审',
  'answer-wording': '答复文字修改建议',
  review: '审核',
  'name-reviewer': '指定审核人',
  grant: '批复',
  disclose: '公开',
  'self-evaluate': '自评',
  verify: '复核自评',
  staff: '落实办理人员',
};

/** What nobody but the unit's own people can do: where it has none, somebody has to be found. */
export const OF_THE_UNIT: ReadonlySet<Duty> = new Set<Duty>([
  'fill',
  'revise',
  'submit',
  'answer-wording',
  'disclose',
  'self-evaluate',
]);

/** A duty of whoever may send `command`; by when is the campaign's window `win`, or `due` where that has none. */
export interface OfficeDuty {
  duty: Duty;
  command: TargetCommandType;
  win: string;
  due?: string;
}

/** Who has to act at a stage of review; days are inclusive, a delegate's are those of the delegation. */
export interface ReviewDuty {
  duty: 'review' | 'name-reviewer';
  user: string;
  fromDay: string;
  untilDay: string;
}

export const FIRST_DAY = '0000-01-01';
export const LAST_DAY = '9999-12-31';

/** What the state asks of offices; reviewing is asked of persons, see `reviewDuties`. */
export function officeDuties(target: Target): OfficeDuty[] {
  switch (target.state) {
    case 'draft':
      return [drafting(target, target.handedBack ? 'revise' : 'fill')];
    case 'returned':
      return [drafting(target, 'revise')];
    case 'in-review':
      return target.wordings.some(({ answer }) => answer === 'open')
        ? [{ duty: 'answer-wording', command: 'AcceptWording', win: reviewWindow(target) }]
        : [];
    case 'approved':
      return [{ duty: 'grant', command: 'GrantTarget', win: 'grant' }];
    case 'granted':
      return [
        { duty: 'self-evaluate', command: 'SubmitSelfEvaluation', win: 'selfEvaluation' },
        ...disclosing(target),
      ];
    case 'self-evaluated':
      return [{ duty: 'verify', command: 'ConfirmEvaluation', win: 'verification' }, ...disclosing(target)];
    case 'evaluated':
      return disclosing(target);
    case 'none':
    case 'rejected':
    case 'abandoned':
    case 'classified':
    case 'not-funded':
      return [];
  }
}

export const reviewWindow = ({ stage }: Target): string => `review.${stage ?? ''}`;

function drafting({ presented, returnedBy, budgetRound }: Target, otherwise: Duty): OfficeDuty {
  const win = returnedBy !== null || budgetRound > 1 ? 'revision' : 'submission';
  return presented
    ? { duty: 'submit', command: 'SubmitTarget', win }
    : { duty: otherwise, command: 'ReviseForm', win };
}

/** 批复后二十日内公开, unless the campaign has a window for it. */
const DAYS_TO_DISCLOSE = 20;

function disclosing({ disclosure, grant }: Target): OfficeDuty[] {
  if (disclosure !== null || grant === null) return [];
  const due = dayAfter(grant.date, DAYS_TO_DISCLOSE);
  return [{ duty: 'disclose', command: 'DiscloseTarget', win: 'disclosure', ...(due && { due }) }];
}

function dayAfter(day: string, days: number): string | undefined {
  const moment = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(moment) ? undefined : new Date(moment + days * 86_400_000).toISOString().slice(0, 10);
}

/** Offices around a stage, as the register has them. */
export interface StageOffices {
  reviewers: (stage: Stage) => readonly NamedPerson[];
  heads: (stage: Stage) => readonly string[];
}

/**
 * Whom the stage waits for, by the domain's own rule; their delegates for the days of the delegation. Where nobody is
 * left who may sign, the stage's head has to name someone.
 */
export function reviewDuties(target: Target, offices: StageOffices): ReviewDuty[] {
  const stage = stageOf(target);
  if (target.state !== 'in-review' || !stage) return [];
  const reviewers = { [stage.id]: offices.reviewers(stage) };
  const always = { fromDay: FIRST_DAY, untilDay: LAST_DAY };
  const turns = awaited(stage, target, { reviewers, day: '' }).map(({ user }) => user);
  if (turns.length === 0)
    return offices.heads(stage).map((user) => ({ duty: 'name-reviewer', user, ...always }));
  const standIns = target.delegations.filter(({ stage: id, to, since }) => {
    const people = awaited(stage, target, { reviewers, day: since });
    return id === stage.id && !turns.includes(to.user) && people.some(({ user }) => user === to.user);
  });
  return [
    ...turns.map((user): ReviewDuty => ({ duty: 'review', user, ...always })),
    ...standIns.map(({ to, since, until }): ReviewDuty => {
      return { duty: 'review', user: to.user, fromDay: since, untilDay: until };
    }),
  ];
}
