import { type Context, type Stage, type TargetCommand } from '#domain/target';
import { gradeFrom, turnOf } from './reference-objections.ts';
import { asks, barred, carries, permission, stageAt, type Reference } from './reference.ts';

type Of<T extends TargetCommand['type']> = Extract<TargetCommand, { type: T }>;

/** What an accepted command makes of the reference, in place. */
export function move(command: TargetCommand, ref: Reference, context: Context): void {
  const moving = MOVES[command.type] as (c: TargetCommand, r: Reference, x: Context) => void;
  moving(command, ref, context);
}

const become =
  (state: string) =>
  (_: TargetCommand, ref: Reference): void => {
    ref.state = state;
  };
const nothing = (): void => undefined;

const MOVES: {
  [T in TargetCommand['type']]: (command: Of<T>, ref: Reference, context: Context) => void;
} = {
  DraftTarget: (command, ref, context) => {
    ref.state = 'draft';
    rewrite(command.form, ref, context);
  },
  ClassifyTarget: (_, ref, { actor }) => {
    ref.state = 'classified';
    ref.authors.add(actor.user);
  },
  ReviseForm: (command, ref, context) => {
    rewrite(command.form, ref, context);
    ref.mustRevise = false;
  },
  PresentTarget: (_, ref) => {
    ref.withHead = true;
  },
  HandBackTarget: (_, ref) => {
    ref.withHead = false;
  },
  SubmitTarget: submit,
  AbandonTarget: become('abandoned'),
  WithdrawTarget: become('draft'),
  GiveOpinion: giveOpinion,
  ProposeWording: ({ path, to }, ref) => {
    ref.proposals.push({ path, from: ref.words[path], to, answer: 'open' });
    ref.begun = true;
  },
  AcceptWording: ({ wordingId }, ref, { actor }) => {
    const proposal = ref.proposals[Number(wordingId.slice(1)) - 1]!;
    proposal.answer = 'accepted';
    ref.words[proposal.path] = proposal.to;
    ref.authors.add(actor.user);
  },
  DeclineWording: ({ wordingId }, ref) => {
    ref.proposals[Number(wordingId.slice(1)) - 1]!.answer = 'declined';
  },
  TransferReview: handOn,
  AddSigner: ({ signer }, ref) => {
    ref.seats.push({ holder: signer.user, asked: true });
  },
  DelegateReview: ({ to, since, until }, ref, { actor }) => {
    ref.standIns.push({ stage: stageAt(ref).id, from: actor.user, to: to.user, since, until });
  },
  UrgeReview: (_, ref, { actor, day }) => {
    ref.urges.add(`${actor.user} ${day}`);
  },
  CopyTarget: nothing,
  ReopenTarget: ({ ceiling }, ref) => {
    ref.state = 'returned';
    ref.ceiling = Number(ceiling);
    ref.returnedBy = null;
    ref.mustRevise = false;
    ref.inRevision = true;
    ref.spoke.clear();
  },
  RefuseFunding: become('not-funded'),
  GrantTarget: become('granted'),
  DiscloseTarget: (_, ref) => {
    ref.published = true;
  },
  WithholdDisclosure: nothing,
  SubmitSelfEvaluation: ({ actuals }, ref, { actor }) => {
    ref.state = 'self-evaluated';
    ref.points = ['i1', 'i2'].map((id) =>
      Number(actuals.find(({ indicatorId }) => indicatorId === id)?.points ?? 50),
    );
    ref.authors.add(actor.user);
  },
  ConfirmEvaluation: ({ points }, ref) => {
    ref.state = 'evaluated';
    for (const one of points) ref.points[one.indicatorId === 'i1' ? 0 : 1] = Number(one.points);
  },
  ReturnSelfEvaluation: become('granted'),
};

function rewrite(form: Of<'DraftTarget'>['form'], ref: Reference, { actor }: Context): void {
  ref.words = { '/remarks': form.remarks, '/goals/g1/text': form.goals?.[0]?.text };
  ref.amount = form.kind === 'project' && form.funding ? Number(form.funding.thisYear?.total) : 0;
  ref.authors.add(actor.user);
}

function submit(_: Of<'SubmitTarget'>, ref: Reference, context: Context): void {
  const { chain, actor } = context;
  const resumed = chain.findIndex(({ id }) => id === ref.returnedBy);
  const fromStart = context.resumeAt === 'first' || ref.fullProcedure;
  const at = fromStart || resumed === -1 ? 0 : resumed;
  const before = chain.slice(0, at).map(({ id }) => id);
  ref.spoke = new Map([...ref.spoke].filter(([, stage]) => before.includes(stage)));
  ref.authors.add(actor.user);
  ref.state = 'in-review';
  ref.withHead = false;
  ref.begun = false;
  ref.submissions += 1;
  ref.chain = chain;
  enter(at, ref, context);
}

function enter(at: number, ref: Reference, context: Context): void {
  ref.at = at;
  const stage = stageAt(ref);
  const office = stage.rule === 'all' ? (context.reviewers[stage.id] ?? []) : [];
  ref.seats = office
    .filter(({ user }) => barred(user, ref).size === 0)
    .map(({ user }) => ({ holder: user, asked: false }));
  ref.gone.clear();
  ref.signed.clear();
}

function giveOpinion(command: Of<'GiveOpinion'>, ref: Reference, context: Context): void {
  const { id }: Stage = stageAt(ref);
  const account = permission(context.actor.user, ref, context) as string;
  const carried = carries(account, ref);
  ref.begun = true;
  ref.fullProcedure = gradeFrom(command) === '中';
  ref.spoke.set(context.actor.user, id);
  ref.spoke.set(account, id);
  if (command.decision === 'reject') ref.state = 'rejected';
  else if (command.decision === 'return') goBack(command.returnTo ?? 'unit', ref, context);
  else if (!carried) ref.signed.add(account);
  else if (ref.at === ref.chain.length - 1) ref.state = 'approved';
  else enter(ref.at + 1, ref, context);
}

function goBack(to: string, ref: Reference, context: Context): void {
  if (to !== 'unit')
    return enter(
      ref.chain.findIndex(({ id }) => id === to),
      ref,
      context,
    );
  ref.state = 'returned';
  ref.returnedBy = stageAt(ref).id;
  ref.mustRevise = true;
  ref.inRevision = true;
}

function handOn({ to, from }: Of<'TransferReview'>, ref: Reference, context: Context): void {
  const whose = turnOf(from?.user, ref, context) as string;
  if (asks(ref, whose)) {
    ref.seats = ref.seats.map((seat) =>
      seat.asked && seat.holder === whose ? { holder: to.user, asked: true } : seat,
    );
    return;
  }
  ref.seats = ref.seats.filter(({ holder, asked }) => asked || holder !== whose);
  ref.seats.push({ holder: to.user, asked: false });
  ref.gone.add(whose);
  ref.gone.delete(to.user);
}
