import { readActual } from '../actual/figures.ts';
import type { Decimal } from '../decimal.ts';
import { ZERO, pointsText } from '../decimal.ts';
import type { Band, Threshold, Tiers } from '../rule.ts';
import { satisfies } from '../text/ranges.ts';
import type { PointsReading, Scoring } from './outcome.ts';
import { decide, needFigure, written } from './outcome.ts';

/** C8: the first band that the value lies in; below all of them nothing, unless the text says otherwise. */
export function scoreTiers(rule: Tiers, actual: string): Scoring {
  const value = needFigure(readActual(actual, rule.measure), rule.measure);
  if ('kind' in value) return value;
  const readings = [readingOf(rule, rule.bands, value)];
  if (rule.reversed) readings.push(readingOf(rule, upright(rule.bands), value));
  const rival = rivalOf(rule, value);
  if (rival !== undefined)
    readings.push({ points: bandPoints(rule, rule.bands, rival), label: '按另一档，' });
  return decide(readings, rule.marks, (points) => {
    const band = bandOf(rule.bands, value);
    const where = band === undefined ? '低于各档' : `在“${bandText(band, rule)}”一档`;
    return [`实际 ${written(value, rule.measure)}，${where}，得 ${pointsText(points)} 分。`];
  });
}

function bandOf(bands: readonly Band[], value: Decimal): Band | undefined {
  return bands.find(({ lower, upper }) => lies(value, lower) && lies(value, upper));
}

/**
 * A second band that the value lies in as well, where first or last is not plain: one inside another
 * (98%以下得4分；90%以下得2分), or an end shared by two bands of a text that lists the worst first.
 */
function rivalOf({ bands, rising }: Tiers, value: Decimal): Band | undefined {
  const [first, ...others] = bands.filter(({ lower, upper }) => lies(value, lower) && lies(value, upper));
  const last = others.at(-1);
  if (first === undefined || last === undefined) return undefined;
  const isRival = isInside(last, first) || (rising && isEnd(last, value));
  return isRival ? last : undefined;
}

/** Both open the same way, and the second only further on. */
function isInside(inner: Band, outer: Band): boolean {
  if (isUpperOnly(outer)) return isUpperOnly(inner) && inner.upper.value.lt(outer.upper.value);
  return isLowerOnly(outer) && isLowerOnly(inner) && inner.lower.value.gt(outer.lower.value);
}

function isEnd(band: Band, value: Decimal): boolean {
  if (isLowerOnly(band)) return false;
  return band.upper?.value.eq(value) === true || band.lower?.value.eq(value) === true;
}

type Upper = Band & { readonly upper: Threshold };
type Lower = Band & { readonly lower: Threshold };
const isUpperOnly = (band: Band): band is Upper => band.lower === null && band.upper !== null;
const isLowerOnly = (band: Band): band is Lower => band.upper === null && band.lower !== null;

function lies(value: Decimal, limit: Threshold | null): boolean {
  return limit === null || satisfies(value, limit.sign, limit.value);
}

function readingOf(rule: Tiers, bands: readonly Band[], value: Decimal): PointsReading {
  const band = bandOf(bands, value);
  const points = band === undefined ? outside(rule, bands, value) : bandPoints(rule, bands, band);
  return { points, label: '按分档，' };
}

/** Beyond the worst band the text's otherwise holds; in a hole between bands (80%-89%, 90%以上: 89.5%) nobody knows. */
function outside({ otherwise }: Tiers, bands: readonly Band[], value: Decimal): Decimal | null {
  const [first] = bands;
  const isFallingGood = first?.lower == null && first?.upper != null;
  const isBeyond = bands.every(({ lower, upper }) => {
    const edge = isFallingGood ? upper : lower;
    return edge !== null && (isFallingGood ? value.gte(edge.value) : value.lte(edge.value));
  });
  return isBeyond ? otherwise : null;
}

/** A band that gives more than the one above it, or a table made for another weight, is for a person (C7, C10). */
function bandPoints({ marks }: Tiers, bands: readonly Band[], band: Band): Decimal | null {
  if (band.points === 'full') return marks.full === null ? marks.weight : null;
  if (band.points.isZero()) return ZERO;
  const above = bands[bands.indexOf(band) - 1];
  const isTooHigh = above !== undefined && above.points !== 'full' && !band.points.lt(above.points);
  return marks.full !== null || isTooHigh ? null : band.points;
}

/** The top band as it was probably meant: 80%≥ for 80%≤. */
function upright([first, ...others]: readonly Band[]): Band[] {
  if (first?.upper == null) return others;
  return [{ lower: { sign: '≥', value: first.upper.value }, upper: null, points: first.points }, ...others];
}

export function bandText({ lower, upper }: Band, { measure }: Pick<Tiers, 'measure'>): string {
  const from = lower === null ? '' : `${lower.sign}${written(lower.value, measure)}`;
  const to = upper === null ? '' : `${upper.sign}${written(upper.value, measure)}`;
  return [from, to].filter((text) => text !== '').join('、');
}
