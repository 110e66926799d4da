import { type RefusalCode } from '#domain';
import { type Context, type TargetCommand } from '#domain/target';
import {
  asks,
  barred,
  checked,
  holders,
  join,
  permission,
  stageAt,
  waitedFor,
  type Reasons,
  type Reference,
} from './reference.ts';
import { confirmation, selfEvaluation } from './reference-year-end.ts';

type Of<T extends TargetCommand['type']> = Extract<TargetCommand, { type: T }>;
const UNIT_HAS_IT = ['draft', 'returned'];
const REVIEW = ['in-review'];
const GRANTED = ['granted', 'self-evaluated', 'evaluated'];

/** When each command is possible at all, told from the command's side. */
const POSSIBLE: Readonly<Record<TargetCommand['type'], readonly string[]>> = {
  DraftTarget: ['none'],
  ClassifyTarget: ['none'],
  ReviseForm: UNIT_HAS_IT,
  PresentTarget: UNIT_HAS_IT,
  HandBackTarget: UNIT_HAS_IT,
  SubmitTarget: UNIT_HAS_IT,
  AbandonTarget: [...UNIT_HAS_IT, 'classified'],
  WithdrawTarget: REVIEW,
  GiveOpinion: REVIEW,
  ProposeWording: REVIEW,
  AcceptWording: REVIEW,
  DeclineWording: REVIEW,
  TransferReview: REVIEW,
  AddSigner: REVIEW,
  DelegateReview: REVIEW,
  UrgeReview: REVIEW,
  CopyTarget: [...UNIT_HAS_IT, ...REVIEW, 'approved', 'granted', 'self-evaluated'],
  ReopenTarget: ['approved'],
  RefuseFunding: ['approved'],
  GrantTarget: ['approved'],
  DiscloseTarget: GRANTED,
  WithholdDisclosure: GRANTED,
  SubmitSelfEvaluation: ['granted'],
  ConfirmEvaluation: ['self-evaluated'],
  ReturnSelfEvaluation: ['self-evaluated'],
};

/** Every rule that the command breaks; none = it must be accepted. */
export function objections(command: TargetCommand, ref: Reference, context: Context): Reasons {
  if (!POSSIBLE[command.type].includes(ref.state)) return new Set(['NotAllowedNow']);
  const objection = OBJECTIONS[command.type] as (c: TargetCommand, r: Reference, x: Context) => Reasons;
  return objection(command, ref, context);
}

const sameWords = (form: Of<'ReviseForm'>['form'], ref: Reference): boolean =>
  form.kind === 'project' &&
  form.remarks === ref.words['/remarks'] &&
  form.goals?.[0]?.text === ref.words['/goals/g1/text'] &&
  (form.funding === undefined ? 0 : Number(form.funding.thisYear?.total)) === ref.amount;

/** A blank field can be filled; a row that is not there cannot. */
const hasPath = (path: string, { words }: Reference): boolean =>
  path === '/remarks' || (path === '/goals/g1/text' && words[path] !== undefined);

const none = (): Reasons => new Set();
const OBJECTIONS: {
  [T in TargetCommand['type']]: (command: Of<T>, ref: Reference, context: Context) => Reasons;
} = {
  DraftTarget: (_, __, { campaignOpen, chain, filedOffline }) =>
    checked(
      [!campaignOpen, 'CampaignNotOpen'],
      [chain.length === 0, 'KindNotInCampaign'],
      [filedOffline, 'FiledOffline'],
    ),
  ClassifyTarget: (_, __, { campaignOpen }) => checked([!campaignOpen, 'CampaignNotOpen']),
  ReviseForm: ({ form }, ref, { filedOffline }) =>
    checked(
      [filedOffline, 'FiledOffline'],
      [ref.withHead, 'WithTheHead'],
      [form.kind !== 'project', 'KindChanged'],
      [sameWords(form, ref), 'NothingChanged'],
    ),
  PresentTarget: (_, ref) => checked([ref.withHead, 'WithTheHead']),
  HandBackTarget: (_, ref) => checked([!ref.withHead, 'NotPresented']),
  SubmitTarget: submission,
  AbandonTarget: none,
  WithdrawTarget: (_, ref) => checked([ref.begun, 'ReviewHasBegun']),
  GiveOpinion: opinion,
  ProposeWording: ({ path, to }, ref, context) =>
    join(
      permission(context.actor.user, ref, context),
      checked([!hasPath(path, ref), 'UnknownPath'], [ref.words[path] === to, 'NothingChanged']),
    ),
  AcceptWording: ({ wordingId }, ref, { actor }) => {
    const proposal = ref.proposals[Number(wordingId.slice(1)) - 1];
    return checked(
      [ref.spoke.has(actor.user), 'OwnWork'],
      [proposal?.answer !== 'open', 'UnknownWording'],
      [proposal !== undefined && ref.words[proposal.path] !== proposal.from, 'WordingOutdated'],
    );
  },
  DeclineWording: ({ wordingId }, ref) =>
    checked([ref.proposals[Number(wordingId.slice(1)) - 1]?.answer !== 'open', 'UnknownWording']),
  TransferReview: transfer,
  AddSigner: ({ signer: { user } }, ref, context) =>
    join(
      permission(context.actor.user, ref, context),
      unfit(user, ref, context),
      checked([holders(ref, context).has(user) || ref.signed.has(user), 'AlreadySigner']),
    ),
  DelegateReview: ({ to, since, until }, ref, context) => {
    const account = permission(context.actor.user, ref, context);
    return join(
      account,
      unfit(to.user, ref, context),
      checked(
        [typeof account === 'string' && account !== context.actor.user, 'NotYours'],
        [to.user === account, 'AlreadySigner'],
        [since > until || until < context.day, 'PeriodInvalid'],
      ),
    );
  },
  UrgeReview: (_, ref, context) =>
    checked(
      [ref.urges.has(`${context.actor.user} ${context.day}`), 'UrgedToday'],
      [waitedFor(ref, context).size === 0, 'NobodyToUrge'],
    ),
  CopyTarget: none,
  ReopenTarget: none,
  RefuseFunding: none,
  GrantTarget: ({ date }, _, { windows: { submission } }) =>
    checked(
      [date === '', 'DateInvalid'],
      [submission !== undefined && date !== '' && date < submission.opens, 'GrantedBeforeOpening'],
    ),
  DiscloseTarget: ({ date }, ref) =>
    checked([ref.published, 'AlreadyDisclosed'], [date === '', 'DateInvalid']),
  WithholdDisclosure: (_, ref) => checked([ref.published, 'AlreadyDisclosed']),
  SubmitSelfEvaluation: selfEvaluation,
  ConfirmEvaluation: confirmation,
  ReturnSelfEvaluation: (_, ref, { actor }) => checked([ref.authors.has(actor.user), 'OwnWork']),
};

function submission({ answers }: Of<'SubmitTarget'>, ref: Reference, context: Context): Reasons {
  const { windows, findings, day, campaignOpen, chain } = context;
  const window = ref.inRevision ? windows.revision : windows.submission;
  return checked(
    [!campaignOpen, 'CampaignNotOpen'],
    [chain.length === 0, 'KindNotInCampaign'],
    [ref.state === 'draft' && !ref.withHead, 'NotPresented'],
    [ref.mustRevise, 'RevisionMissing'],
    [window !== undefined && day < window.opens, 'WindowNotOpen'],
    [window !== undefined && day > window.closes, 'WindowClosed'],
    [ref.ceiling !== null && ref.amount > ref.ceiling, 'OverCeiling'],
    [findings.some(({ severity }) => severity === 'error'), 'ErrorsLeft'],
    [answers.some(({ code }) => !findings.some((finding) => finding.code === code)), 'AnswerToNoFinding'],
  );
}

function opinion(command: Of<'GiveOpinion'>, ref: Reference, context: Context): Reasons {
  const { decision, returnTo, annotations } = command;
  const place = ref.chain.findIndex(({ id }) => id === returnTo);
  const toStage = decision === 'return' && returnTo !== undefined && returnTo !== 'unit';
  return join(
    permission(context.actor.user, ref, context),
    grading(command),
    checked(
      [annotations.some(({ path }) => path === '/nothing'), 'UnknownPath'],
      [decision !== 'return' && returnTo !== undefined, 'ReturnToWithoutReturn'],
      [toStage && place === -1, 'UnknownStage'],
      [toStage && place >= ref.at, 'NotAnEarlierStage'],
      [decision === 'approve' && ref.proposals.some(({ answer }) => answer === 'open'), 'WordingOpen'],
    ),
  );
}

const WAYS = { approve: ['优', '良'], return: ['中'], reject: ['差'] } as const;

/** The sheet of the model's rule set has one question of 100 points. */
export function gradeFrom({ sheet, grade }: Of<'GiveOpinion'>): string | undefined {
  if (!sheet) return grade;
  const points = Number(sheet[0]?.points);
  return points >= 90 ? '优' : points >= 80 ? '良' : points >= 60 ? '中' : '差';
}

function grading(command: Of<'GiveOpinion'>): Reasons {
  const { sheet, grade, decision, returnTo = 'unit' } = command;
  const found = gradeFrom(command);
  const ways: readonly string[] = WAYS[decision];
  const goesBack = decision !== 'return' || returnTo === 'unit';
  return checked(
    [sheet !== undefined && sheet.length !== 1, 'SheetIncomplete'],
    [sheet !== undefined && grade !== undefined && grade !== found, 'GradeNotOfPoints'],
    [found !== undefined && !(ways.includes(found) && goesBack), 'GradeContradictsDecision'],
  );
}

const unfit = (user: string, ref: Reference, { canReview }: Context): Reasons =>
  join(checked([!canReview.includes(user), 'NotEligible']), barred(user, ref));

function transfer({ to, from }: Of<'TransferReview'>, ref: Reference, context: Context): Reasons {
  const whose = turnOf(from?.user, ref, context);
  const turns = holders(ref, context);
  const colleague = stageAt(ref).rule === 'any' && typeof whose === 'string' && !asks(ref, whose);
  const taken =
    to.user === whose || asks(ref, to.user) || ref.signed.has(to.user) || (turns.has(to.user) && !colleague);
  return join(whose, unfit(to.user, ref, context), checked([taken, 'AlreadySigner']));
}

/** Whose turn the actor may hand on. */
export function turnOf(from: string | undefined, ref: Reference, context: Context): string | Reasons {
  const { user } = context.actor;
  const isHead = context.stageHeads[stageAt(ref).id]?.includes(user) === true;
  const forOther = from !== undefined && from !== user;
  if (isHead && forOther) return openTurn(from, ref, context);
  if (isHead && waitedFor(ref, context).size === 0) return user;
  const account = permission(user, ref, context);
  if (typeof account !== 'string' || (from ?? account) === account) return account;
  return new Set<RefusalCode>(['NotThisStagesTurn']);
}

function openTurn(user: string, ref: Reference, context: Context): string | Reasons {
  const has = holders(ref, context).has(user);
  const signed = ref.signed.has(user);
  return has && !signed ? user : checked([!has, 'NotThisStagesTurn'], [signed, 'AlreadySigned']);
}
