import { type Recorded } from '../recorded.ts';
import { Refusal, refuseIf, type RefusalCode, type RefusedField } from '../refusal.ts';
import { gradeOf } from '../rule-set.ts';
import { type Actual, type EvaluationCommand, type PointsCorrection } from './commands.ts';
import { type Context } from './context.ts';
import { refuseOutside } from './drafting.ts';
import { type EvaluationEvent } from './events.ts';
import { pointsOf, pointsText } from './points.ts';
import {
  type Assessment,
  type ScoredExecution,
  type ScoredIndicator,
  type ScoreSheet,
} from './score-sheet.ts';
import { withAuthor, type Target } from './target.ts';

/** Year end: the unit's own evaluation, and what the bureau makes of it. */
export function decideEvaluation(
  command: EvaluationCommand,
  target: Target,
  context: Context,
): EvaluationEvent[] {
  switch (command.type) {
    case 'SubmitSelfEvaluation': {
      refuseOutside(context.windows.selfEvaluation, context.day);
      const { paid, budget, actuals } = command;
      refuseStrangers(actuals, context);
      const indicators = context.assessments.map((assessment) =>
        scored(
          assessment,
          actuals.find((one) => one.indicatorId === assessment.indicatorId),
        ),
      );
      const broken = indicators.filter((one): one is Broken => 'broken' in one);
      const [first] = broken;
      if (first) throw new Refusal(first.broken, { name: first.name }, broken.map(fieldOf));
      const execution = { paid, budget, ...context.execution };
      const sheet = sheetOf(execution, indicators as readonly ScoredIndicator[], context);
      return [{ type: 'SelfEvaluationSubmitted', sheet }];
    }
    case 'ReturnSelfEvaluation':
      refuseIf(target.authors.includes(context.actor.user), 'OwnWork');
      return [{ type: 'SelfEvaluationReturned', comment: command.comment }];
    case 'ConfirmEvaluation': {
      refuseIf(target.authors.includes(context.actor.user), 'OwnWork');
      const sheet = corrected(target.evaluation, command.points, context);
      return [{ type: 'EvaluationConfirmed', comment: command.comment, sheet }];
    }
  }
}

interface Broken {
  broken: RefusalCode;
  indicatorId: string;
  name: string;
  weight: string;
  why?: string;
}
const fieldOf = ({ broken, indicatorId, name, weight, why = '' }: Broken): RefusedField => ({
  path: `/actuals/${indicatorId}`,
  code: broken,
  facts: { name, weight, why },
});

function refuseStrangers(actuals: readonly Actual[], { assessments }: Context): void {
  const known = new Set(assessments.map(({ indicatorId }) => indicatorId));
  const strangers = actuals.filter(({ indicatorId }) => !known.has(indicatorId));
  const fields = strangers.map(({ indicatorId }) => ({ path: `/actuals/${indicatorId}` }));
  refuseIf(fields.length > 0, 'UnknownIndicator', { id: strangers[0]?.indicatorId ?? '' }, fields);
  refuseTwice(actuals, '/actuals');
}

/** Of two answers for one indicator neither may be dropped silently. */
function refuseTwice(rows: readonly { indicatorId: string }[], path: string): void {
  const ids = rows.map(({ indicatorId }) => indicatorId);
  const fields = ids
    .filter((id, index) => ids.indexOf(id) !== index)
    .map((id) => ({ path: `${path}/${id}` }));
  refuseIf(fields.length > 0, 'IndicatorTwice', {}, fields);
}

/** The rule's points, or a person's with a reason; both numbers stay on record. */
function scored(assessment: Assessment, given: Actual | undefined): ScoredIndicator | Broken {
  const { indicatorId, name, weight, steps } = assessment;
  const refused = given ? brokenRule(assessment, given) : { broken: 'ActualMissing' as const };
  if (refused || !given) return { broken: 'ActualMissing', ...refused, indicatorId, name, weight };
  const { points, computed } = countedPoints(assessment, given);
  return {
    indicatorId,
    name,
    weight: pointsText(pointsOf(weight) ?? 0),
    actual: given.actual,
    ...(computed !== undefined && { computed }),
    points: pointsText(pointsOf(points ?? '') ?? 0),
    steps,
    ...(given.reason && { reason: given.reason }),
    ...(given.evidence && { evidence: given.evidence }),
  };
}

const countedPoints = ({ outcome }: Assessment, given: Actual): { points?: string; computed?: string } => {
  if (outcome.kind !== 'score') return given.points === undefined ? {} : { points: given.points };
  return { points: given.points ?? outcome.points, computed: outcome.points };
};

function brokenRule(assessment: Assessment, given: Actual): Pick<Broken, 'broken' | 'why'> | null {
  const { outcome, weight } = assessment;
  if (given.actual.trim() === '') return { broken: 'ActualMissing' };
  if (outcome.kind === 'invalid') return { broken: 'ActualInvalid', why: outcome.why };
  const { points } = countedPoints(assessment, given);
  if (points === undefined)
    return { broken: 'PointsMissing', ...(outcome.kind === 'manual' && { why: outcome.why }) };
  const hundredths = pointsOf(points);
  const full = pointsOf(weight) ?? 0;
  if (hundredths === null || hundredths > full) return { broken: 'PointsOutOfRange' };
  return reasonDue(assessment, given, hundredths < full) ? { broken: 'ReasonDue' } : null;
}

/** Whatever is not full marks, far over the target, or put in a person's own words instead of the rule's. */
function reasonDue({ outcome, farOver }: Assessment, given: Actual, short: boolean): boolean {
  const overridden =
    given.points !== undefined && (outcome.kind !== 'score' || !samePoints(outcome.points, given.points));
  return (short || farOver || overridden) && !given.reason?.trim();
}
const samePoints = (a: string, b: string): boolean => pointsOf(a) === pointsOf(b);

/** Hundredths: weights over 90 points in sum leave execution no room in the 100, so it is shown but counted apart. */
const FULL_BESIDE_EXECUTION = 90_00;

const sumOf = (points: readonly string[]): number =>
  points.reduce((sum, text) => sum + (pointsOf(text) ?? 0), 0);

function sheetOf(
  execution: ScoredExecution,
  indicators: readonly ScoredIndicator[],
  context: Context,
): ScoreSheet {
  const weights = sumOf(indicators.map(({ weight }) => weight));
  const counted = weights > FULL_BESIDE_EXECUTION ? indicators : [execution, ...indicators];
  const total = sumOf(counted.map(({ points }) => points));
  return {
    execution,
    indicators,
    total: pointsText(total),
    grade: gradeOf(total / 100, context.ruleSet.gradeBounds),
  };
}

function corrected(
  sheet: ScoreSheet | null,
  corrections: readonly PointsCorrection[],
  context: Context,
): ScoreSheet {
  if (!sheet) throw new Refusal('NotAllowedNow');
  for (const { indicatorId } of corrections)
    if (!sheet.indicators.some((one) => one.indicatorId === indicatorId))
      throw new Refusal('UnknownIndicator', { id: indicatorId }, [{ path: `/points/${indicatorId}` }]);
  refuseTwice(corrections, '/points');
  const indicators = sheet.indicators.map((one) => {
    const correction = corrections.find(({ indicatorId }) => indicatorId === one.indicatorId);
    return correction ? correct(one, correction) : one;
  });
  return sheetOf(sheet.execution, indicators, context);
}

function correct(one: ScoredIndicator, { points, reason }: PointsCorrection): ScoredIndicator {
  const hundredths = pointsOf(points);
  const outside = hundredths === null || hundredths > (pointsOf(one.weight) ?? 0);
  if (outside)
    throw new Refusal('PointsOutOfRange', { name: one.name }, [{ path: `/points/${one.indicatorId}` }]);
  return { ...one, points: pointsText(hundredths), corrected: { from: one.points, reason } };
}

export function evolveEvaluation(target: Target, { event, actor }: Recorded<EvaluationEvent>): Target {
  switch (event.type) {
    case 'SelfEvaluationSubmitted':
      return {
        ...target,
        state: 'self-evaluated',
        evaluation: event.sheet,
        authors: withAuthor(target, actor.user),
      };
    case 'SelfEvaluationReturned':
      return { ...target, state: 'granted' };
    case 'EvaluationConfirmed':
      return { ...target, state: 'evaluated', evaluation: event.sheet };
  }
}
