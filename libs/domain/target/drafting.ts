import { isSameForm, Money, type Form } from '#form';
import { Refusal, refuseIf } from '../refusal.ts';
import { type Recorded } from '../recorded.ts';
import { adopt } from './adopt.ts';
import { type Stage } from './chain.ts';
import { type DraftingCommand, type FindingAnswer } from './commands.ts';
import { type Context, type Window } from './context.ts';
import { type AnsweredFinding, type DraftingEvent } from './events.ts';
import { signersOf } from './standing.ts';
import { NO_PROGRESS, NONE, withAuthor, type Target } from './target.ts';

/** From the first draft to 送审: what the unit does with its own form. */
export function decideDrafting(command: DraftingCommand, target: Target, context: Context): DraftingEvent[] {
  switch (command.type) {
    case 'DraftTarget': {
      const { campaignId, unit, department, fiscalYear } = command;
      refuseIf(!context.campaignOpen, 'CampaignNotOpen');
      refuseIf(context.chain.length === 0, 'KindNotInCampaign');
      refuseIf(context.filedOffline, 'FiledOffline');
      return [
        { type: 'TargetDrafted', campaignId, unit, department, fiscalYear, ...adopt(command.form, command) },
      ];
    }
    case 'ClassifyTarget':
      refuseIf(!context.campaignOpen, 'CampaignNotOpen');
      return [{ ...command, type: 'TargetClassified' }];
    case 'ReviseForm': {
      refuseIf(target.presented, 'WithTheHead');
      refuseIf(context.filedOffline, 'FiledOffline');
      refuseIf(command.form.kind !== target.form.kind, 'KindChanged');
      const revised = adopt(command.form, target);
      refuseIf(isSameForm(target.form, revised.form), 'NothingChanged');
      return [{ type: 'FormRevised', ...revised }];
    }
    case 'PresentTarget':
      refuseIf(target.presented, 'WithTheHead');
      return [{ type: 'TargetPresented' }];
    case 'HandBackTarget':
      refuseIf(!target.presented, 'NotPresented');
      return [{ type: 'TargetHandedBack', comment: command.comment }];
    case 'SubmitTarget':
      return [submit(command.answers, target, context)];
    case 'WithdrawTarget':
      refuseIf(target.reviewBegun, 'ReviewHasBegun');
      return [{ type: 'TargetWithdrawn', reason: command.reason }];
    case 'AbandonTarget':
      return [{ type: 'TargetAbandoned', reason: command.reason }];
  }
}

function submit(answers: readonly FindingAnswer[], target: Target, context: Context): DraftingEvent {
  const { actor } = context;
  refuseIf(!context.campaignOpen, 'CampaignNotOpen');
  refuseIf(target.state === 'draft' && !target.presented, 'NotPresented');
  refuseIf(target.returnedBy !== null && !target.revised, 'RevisionMissing');
  refuseOutside(isRevision(target) ? context.windows.revision : context.windows.submission, context.day);
  refuseOverCeiling(target);
  const errors = context.findings.filter((finding) => finding.severity === 'error');
  refuseIf(errors.length > 0, 'ErrorsLeft', { count: String(errors.length) }, errors);
  const stage = firstStage(target, context);
  const begins = { chain: context.chain, stage: stage.id };
  return {
    type: 'TargetSubmitted',
    round: target.round + 1,
    ...begins,
    signers: signersOf(stage, submitted(target, begins, actor.user), context),
    answers: answers.map((answer, index) => answered(answer, index, context)),
  };
}

/** A target withdrawn before anybody looked at it is still on its first submission. */
const isRevision = ({ returnedBy, budgetRound }: Target): boolean => returnedBy !== null || budgetRound > 1;

function answered(answer: FindingAnswer, index: number, context: Context): AnsweredFinding {
  const finding = context.findings.find(({ code, path }) => code === answer.code && path === answer.path);
  if (!finding)
    throw new Refusal('AnswerToNoFinding', { code: answer.code, path: answer.path }, [
      { path: `/answers/${String(index)}` },
    ]);
  return { ...answer, message: finding.message };
}

/** @throws Refusal before the window opens and after its deadline; no window means no limit */
export function refuseOutside(window: Window | undefined, day: string): void {
  if (!window) return;
  refuseIf(day < window.opens, 'WindowNotOpen', { opens: window.opens });
  refuseIf(day > window.closes, 'WindowClosed', { closes: window.closes });
}

/** The amount a form asks for this year, in 万元: the project's total, the unit's expenditure, the direction's amount. */
export function amountOf(form: Form): string | undefined {
  switch (form.kind) {
    case 'project':
      return form.funding?.thisYear?.total;
    case 'overall':
      return form.expenditure?.total;
    case 'direction':
      return form.amount;
  }
}

function refuseOverCeiling(target: Target): void {
  const amount = amountOf(target.form);
  if (target.ceiling === null || amount === undefined) return;
  const over = Money.of(amount).compare(Money.of(target.ceiling)) > 0;
  refuseIf(over, 'OverCeiling', { amount, ceiling: target.ceiling });
}

/** 中 comes back by the full procedure, whatever the campaign says (财预〔2015〕88号). */
function firstStage(target: Target, context: Context): Stage {
  const [first] = context.chain;
  if (!first) throw new Refusal('KindNotInCampaign');
  if (context.resumeAt === 'first' || target.graded === '中') return first;
  return context.chain.find((stage) => stage.id === target.returnedBy) ?? first;
}

type Begins = Pick<Target, 'chain'> & { stage: string };

/** The moment of submission: the submitter may review no more, and only earlier stages have had their say. */
const submitted = (target: Target, { chain, stage }: Begins, user: string): Target => ({
  ...target,
  chain,
  stage,
  acted: actedBefore(stage, chain, target),
  authors: withAuthor(target, user),
});

/** Opinions of earlier stages stand when review resumes later on, and with them who gave them. */
function actedBefore(
  stageId: string,
  chain: readonly Stage[],
  target: Target,
): Readonly<Record<string, string>> {
  const place = chain.findIndex(({ id }) => id === stageId);
  const earlier = new Set(chain.slice(0, Math.max(place, 0)).map(({ id }) => id));
  return Object.fromEntries(Object.entries(target.acted).filter(([, acted]) => earlier.has(acted)));
}

type Beginning = Extract<DraftingEvent, { type: 'TargetDrafted' | 'TargetClassified' }>;

/** What every target has from its first event on. */
const begun = ({ campaignId, unit, department, fiscalYear }: Beginning): Target => ({
  ...NONE,
  campaignId,
  unit,
  department,
  fiscalYear,
});

export function evolveDrafting(target: Target, recorded: Recorded<DraftingEvent>): Target {
  const { event, actor, revision } = recorded;
  const authors = withAuthor(target, actor.user);
  switch (event.type) {
    case 'TargetDrafted': {
      const { form, stated } = event;
      return { ...begun(event), form, stated, state: 'draft', formRevision: revision, authors };
    }
    case 'TargetClassified': {
      const { code, reason } = event;
      return { ...begun(event), state: 'classified', classified: { code, reason }, authors };
    }
    case 'FormRevised': {
      const { form, stated } = event;
      return { ...target, form, stated, formRevision: revision, revised: true, authors };
    }
    case 'TargetPresented':
      return { ...target, presented: true, handedBack: false };
    case 'TargetHandedBack':
      return { ...target, presented: false, handedBack: true };
    case 'TargetSubmitted':
      return {
        ...submitted(target, event, actor.user),
        state: 'in-review',
        presented: false,
        handedBack: false,
        reviewBegun: false,
        round: event.round,
        progress: { ...NO_PROGRESS, signers: event.signers },
      };
    case 'TargetWithdrawn':
      return { ...target, state: 'draft', stage: null, presented: false, progress: NO_PROGRESS };
    case 'TargetAbandoned':
      return { ...target, state: 'abandoned', presented: false };
  }
}
