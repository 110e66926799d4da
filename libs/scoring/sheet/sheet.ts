import { readActual } from '../actual/figures.ts';
import { compile } from '../compile.ts';
import type { Decimal as Points } from '../decimal.ts';
import { Decimal, HUNDRED, ZERO, pointsText } from '../decimal.ts';
import type { ScorableIndicator } from '../indicator.ts';
import { measureOf } from '../measure.ts';
import { score } from '../score.ts';
import type { Scoring } from '../score/outcome.ts';
import { scoreByDefault, scoreExecution } from './formulas.ts';
import type { SheetRules } from './rules.ts';
import { weightsOf } from './weights.ts';

/** What a unit, or the bureau, enters for one indicator; `points` are a person's own, in place of the machine's. */
export interface SheetEntry {
  readonly indicatorId: string;
  readonly actual: string;
  readonly points?: string | undefined;
  readonly reason?: string | undefined;
}

export interface SheetFigures {
  /** 万元: paid, and the budget after adjustments. */
  readonly paid: string;
  readonly budget: string;
  readonly actuals: readonly SheetEntry[];
}

/** Why a reason must be given: not full marks, over 130 % of the target, or points given by a person. */
export type ReasonDue = 'not-full' | 'overshoot' | 'given-by-person';

export interface SheetLine {
  readonly indicatorId: string;
  readonly name: string;
  /** Points, two places. */
  readonly weight: string;
  readonly by: 'own-rule' | 'default';
  readonly actual: string | null;
  /** What rule or formula say by themselves; kept beside the person's points. */
  readonly scored: Scoring;
  readonly given: string | null;
  /** The points that count, null as long as a person must give them. */
  readonly points: string | null;
  readonly reasonsDue: readonly ReasonDue[];
  readonly reason: string | null;
}

export type SheetGrade = '优' | '良' | '中' | '差';

export interface ScoreSheet {
  readonly lines: readonly SheetLine[];
  /** null where the rows' own weights make up 100 without it. */
  readonly execution: {
    readonly weight: string;
    readonly scored: Scoring;
    readonly points: string | null;
  } | null;
  /** Sum of the rounded points; null while a line is open. */
  readonly total: string | null;
  readonly grade: SheetGrade | null;
  /** Rows that a person must score, and rows whose reason is missing. */
  readonly open: readonly string[];
  readonly reasonsMissing: readonly string[];
}

/** The score sheet of a whole form: every row by its own rule or the default, execution, total, grade and reasons due. */
export function scoreSheet(
  indicators: readonly ScorableIndicator[],
  figures: SheetFigures,
  rules: SheetRules,
): ScoreSheet {
  const weights = weightsOf(indicators, rules);
  const lines = indicators.map((indicator, at) => lineOf(indicator, weights[at] ?? ZERO, figures, rules));
  const execution = executionOf(weights, figures, rules);
  const parts = [...lines.map((line) => line.points), ...(execution === null ? [] : [execution.points])];
  const total = parts.some((points) => points === null)
    ? null
    : sum(parts.filter((points) => points !== null));
  return {
    lines,
    execution,
    total: total === null ? null : pointsText(total),
    grade: total === null ? null : gradeOf(total, rules),
    open: lines.filter((line) => line.points === null).map((line) => line.indicatorId),
    reasonsMissing: lines
      .filter((line) => line.reasonsDue.length > 0 && line.reason === null)
      .map((line) => line.indicatorId),
  };
}

function lineOf(
  indicator: ScorableIndicator,
  weight: Points,
  figures: SheetFigures,
  rules: SheetRules,
): SheetLine {
  const { id = '', name = '' } = indicator;
  const entry = figures.actuals.find((one) => one.indicatorId === id);
  const { actual = '', reason = '' } = entry ?? {};
  const { by, scored } = machinePoints(indicator, weight, actual, rules);
  const given = givenPoints(entry, weight);
  const points = given ?? (scored.kind === 'score' ? scored.score : null);
  return {
    indicatorId: id,
    name,
    weight: pointsText(weight),
    by,
    actual: entry === undefined ? null : actual,
    scored,
    given,
    points,
    reasonsDue: reasonsDue({ indicator, actual, weight, points, given }, rules),
    reason: reason.trim() === '' ? null : reason,
  };
}

/** By the row's own rule, or without one by the formula of the rule set. */
function machinePoints(
  indicator: ScorableIndicator,
  weight: Points,
  actual: string,
  { partStep }: SheetRules,
): Pick<SheetLine, 'by' | 'scored'> {
  const text = indicator.scoringRule?.trim() ?? '';
  if (text === '') return { by: 'default', scored: scoreByDefault(measureOf(indicator), weight, actual) };
  const rule = compile(text, { ...indicator, weight: weight.toFixed() });
  return { by: 'own-rule', scored: score(rule, actual, { partStep }) };
}

/** A person's points count only between 0 and the weight. */
function givenPoints(entry: SheetEntry | undefined, weight: Points): string | null {
  if (entry?.points === undefined || !/^\d+(?:\.\d+)?$/u.test(entry.points)) return null;
  const points = new Decimal(entry.points);
  return points.gt(weight) ? null : pointsText(points);
}

interface Settled {
  readonly indicator: ScorableIndicator;
  readonly actual: string;
  readonly weight: Points;
  readonly points: string | null;
  readonly given: string | null;
}

function reasonsDue({ indicator, actual, weight, points, given }: Settled, rules: SheetRules): ReasonDue[] {
  const due: ReasonDue[] = [];
  if (points !== null && new Decimal(points).lt(weight.toDecimalPlaces(2))) due.push('not-full');
  const measure = measureOf(indicator);
  const read = readActual(actual, measure);
  const limit =
    measure.target.is === 'figure' ? measure.target.value.mul(rules.overshoot).div(HUNDRED) : null;
  if (read.is === 'figure' && limit !== null && limit.gt(ZERO) && read.value.gt(limit)) due.push('overshoot');
  if (given !== null) due.push('given-by-person');
  return due;
}

/** Execution has its points unless the rows' own weights already make up 100. */
function executionOf(
  weights: readonly Points[],
  figures: SheetFigures,
  rules: SheetRules,
): ScoreSheet['execution'] {
  const rows = weights.reduce((all, one) => all.plus(one), ZERO);
  if (rows.plus(rules.execution).gt(HUNDRED)) return null;
  const weight = new Decimal(rules.execution);
  const scored = scoreExecution(figures.paid, figures.budget, weight);
  return { weight: pointsText(weight), scored, points: scored.kind === 'score' ? scored.score : null };
}

function sum(parts: readonly string[]): Points {
  return parts.reduce((all, one) => all.plus(one), ZERO);
}

/** 优 ≥ 90, 良 ≥ 80, 中 ≥ 60, 差 below, unless the rule set says otherwise. */
export function gradeOf(total: Points, { grades }: Pick<SheetRules, 'grades'>): SheetGrade {
  const found = (['优', '良', '中'] as const).find((grade) => total.gte(grades[grade]));
  return found ?? '差';
}
