import { readActual } from '../actual/figures.ts';
import { compile } from '../compile.ts';
import { Decimal, ONE } from '../decimal.ts';
import type { ScorableIndicator } from '../indicator.ts';
import type { Measure } from '../measure.ts';
import { measureOf } from '../measure.ts';
import { ASK, score } from '../score.ts';
import type { Policy, Scoring } from '../score/outcome.ts';
import { written } from '../score/outcome.ts';

/** How an indicator runs through the year: it accumulates, or it stands at a level. */
export type Pace = 'linear' | 'level';

/** A year-end score expected from a value in mid-year; never more than a forecast. */
export interface Forecast {
  readonly kind: 'forecast';
  readonly pace: Pace;
  /** The actual value expected at year end, as a text in the row's unit; as given where it is no figure. */
  readonly expected: string;
  readonly scoring: Scoring;
}

/**
 * Forecast of an indicator's year-end score under its own rule.
 * @param elapsed share of the year that has passed, above 0 and at most 1
 * @param pace how the value grows; without it linear, but a rate that cannot exceed 100 % (满意度, 合格率) stays as it is
 */
export function forecast(
  indicator: ScorableIndicator,
  actual: string,
  elapsed: number,
  { pace, policy = ASK }: { pace?: Pace; policy?: Policy } = {},
): Forecast {
  const measure = measureOf(indicator);
  const read = readActual(actual, measure);
  const run = pace ?? (measure.overHundred === 'impossible' ? 'level' : 'linear');
  const grows = run === 'linear' && read.is === 'figure' && elapsed > 0 && elapsed <= 1;
  const expected = grows ? written(projected(read.value, measure, elapsed), measure) : actual;
  const scoring = score(compile(indicator.scoringRule ?? '', indicator), expected, policy);
  return { kind: 'forecast', pace: run, expected, scoring };
}

/** Straight on to the end of the year; counts stay whole. */
function projected(value: Decimal, { unit }: Measure, elapsed: number): Decimal {
  const full = value.div(Decimal.min(ONE, new Decimal(elapsed)));
  return unit?.group === 'count' ? full.floor() : full.toDecimalPlaces(4);
}
