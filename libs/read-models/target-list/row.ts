import { type Form } from '#form';
import { amountOf, stageOf, UNIT, type Office, type Target, type TargetEvent } from '#domain/target';
import { foldOf, type Folded } from '../folding/index.ts';
import { normalised } from '../rows/grams.ts';
import type { Row } from '../rows/index.ts';

/** What the state of a target does not say but its history does. */
export interface TargetFacts {
  name: string | null;
  /** 万元. */
  amount: string | null;
  draftedAt: string;
  updatedAt: string;
  /** When it came to where it now lies. */
  since: string;
  /** First and latest 送审. */
  submittedAt: string | null;
  resubmittedAt: string | null;
  /** How often it was returned to the unit. */
  returns: number;
  findingsAnswered: number;
  reviewGrade: string | null;
}

export const NO_FACTS: TargetFacts = {
  name: null,
  amount: null,
  draftedAt: '',
  updatedAt: '',
  since: '',
  submittedAt: null,
  resubmittedAt: null,
  returns: 0,
  findingsAnswered: 0,
  reviewGrade: null,
};

/** Brings the facts up to an event, which led from `before` to `after`. */
export function count(
  facts: TargetFacts,
  { event, time }: { event: TargetEvent; time: string },
  before: Target,
  after: Target,
): void {
  const isMoved =
    before.state !== after.state || before.stage !== after.stage || before.presented !== after.presented;
  facts.updatedAt = time;
  if (isMoved) facts.since = time;
  Object.assign(facts, toldBy(event, time, facts));
}

/** Most events say nothing that the state does not say. */
function toldBy(event: TargetEvent, time: string, facts: TargetFacts): Partial<TargetFacts> {
  if (event.type === 'TargetDrafted') return { draftedAt: time, ...formFacts(event.form, event.unit) };
  // 涉密: the code is all that it may be called by.
  if (event.type === 'TargetClassified') return { draftedAt: time, name: event.code };
  if ('form' in event) return formFacts(event.form, null);
  if (event.type === 'TargetSubmitted')
    return {
      submittedAt: facts.submittedAt ?? time,
      resubmittedAt: time,
      findingsAnswered: event.answers.length,
    };
  if (event.type === 'OpinionGiven') return event.grade === undefined ? {} : { reviewGrade: event.grade };
  const isReturned = event.type === 'TargetReturned' && event.to === UNIT;
  return isReturned ? { returns: facts.returns + 1 } : {};
}

function formFacts(form: Form, unit: Office | null): Pick<TargetFacts, 'name' | 'amount'> {
  return { name: titleOf(form, unit), amount: amountOf(form) ?? null };
}

/** What people call a target: the project's name, the direction of the fund; an overall form has its unit's name. */
function titleOf(form: Form, unit: Office | null): string | null {
  switch (form.kind) {
    case 'project':
      return form.name ?? null;
    case 'direction':
      return form.direction ?? form.fund ?? null;
    case 'overall':
      return form.unitName ?? unit?.name ?? null;
  }
}

/** Name, unit and indicators of a form as one searchable text; never a person. */
export function searchTextOf(form: Form, unit: string): string {
  const indicators = (form.indicators ?? []).map(({ name }) => name ?? '');
  return normalised([titleOf(form, null) ?? '', unit, ...indicators].filter(Boolean).join('\n'));
}

/** The row of the target list. */
export function rowOf(id: string, folded: Folded<TargetFacts>): Row {
  const { target, facts, revision } = folded;
  const { state, campaignId, fiscalYear, presented, round, budgetRound } = target;
  return {
    id,
    revision,
    state,
    kind: target.form.kind,
    campaign: campaignId,
    ...officesOf(target),
    year: fiscalYear,
    name: facts.name,
    amount: facts.amount,
    presented,
    round,
    budget_round: budgetRound,
    ...stageColumns(target),
    drafted_at: facts.draftedAt,
    updated_at: facts.updatedAt,
    since: facts.since,
    submitted_at: facts.submittedAt,
    resubmitted_at: facts.resubmittedAt,
    returns: facts.returns,
    findings_answered: facts.findingsAnswered,
    review_grade: facts.reviewGrade,
    granted: target.grant,
    disclosure: target.disclosure,
    points: target.evaluation?.total,
    grade: target.evaluation?.grade,
    named: namedIn(target),
    fold: foldOf(folded),
  };
}

const officesOf = ({ unit, department }: Target): Row => ({
  unit: unit.code,
  unit_name: unit.name,
  department: department.code,
  department_name: department.name,
});

function stageColumns(target: Target): Row {
  const stage = stageOf(target);
  if (!stage) return { stage: null, stage_name: null, stage_index: null, stage_count: null };
  const index = target.chain.findIndex(({ id }) => id === stage.id);
  return {
    stage: stage.id,
    stage_name: stage.name,
    stage_index: index,
    stage_count: target.chain.length,
  };
}

/** Who sees this one target though it lies outside their office; the same people that the domain's `isNamed` knows. */
function namedIn({ progress, delegations, copied }: Target): string[] {
  const people = [...progress.added, ...progress.took, ...delegations.map(({ to }) => to)];
  return [...new Set([...people.map(({ user }) => user), ...copied])];
}
