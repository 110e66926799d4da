import type { Decimal } from 'decimal.js';
import type { Rule, NeedsPerson } from '#scoring';

type Tiers = Extract<Rule, { kind: 'tiers' }>;
type Grades = Extract<Rule, { kind: 'grades' }>;
/** A value, and whether it belongs to what the sign cuts off. */
export type Bound = NonNullable<Tiers['bands'][number]['lower']>;

/** The value from which a rule gives full marks, in base units; undefined where the rule names none. */
export function thresholdOf(rule: Rule | NeedsPerson): Bound | undefined {
  if (rule.kind === 'tiers') return topBound(rule) ?? undefined;
  const isSingle = rule.kind === 'deduction' || rule.kind === 'all-or-nothing';
  return isSingle ? (rule.threshold ?? undefined) : undefined;
}

function topBound({
  bands: [top, ...others],
  reversed,
  measure: { operator },
}: Tiers): Bound | null | undefined {
  if (!top || reversed || others.length === 0) return undefined;
  return operator === '≤' || operator === '<' ? top.upper : top.lower;
}

/** What is wrong between the bands or grades of a rule, in Chinese. */
export function holesIn(rule: Rule | NeedsPerson): string[] {
  if (rule.kind === 'tiers') return [...gaps(rule), ...risingBands(rule)];
  return rule.kind === 'grades' ? risingGrades(rule) : [];
}

const includes = ({ sign }: Bound): boolean => sign === '≥' || sign === '≤' || sign === '=';

/** Bands run from the best down: where one ends the next must begin. A band without an upper end is a cascade. */
function gaps({ bands, reversed }: Tiers): string[] {
  if (reversed) return ['首档的不等号方向写反了'];
  return bands.slice(1).flatMap((band, index) => {
    const above = bands[index]?.lower;
    const below = band.upper;
    if (!above || !below) return [];
    const [from, to] = [below.value.toString(), above.value.toString()];
    if (below.value.lt(above.value)) return [`在 ${from} 与 ${to} 之间没有规定得分`];
    if (below.value.gt(above.value)) return [`在 ${to} 与 ${from} 之间有两档重叠`];
    return !includes(below) && !includes(above) ? [`没有规定恰为 ${to} 时的得分`] : [];
  });
}

const descends = (points: readonly (Decimal | undefined)[]): boolean =>
  points.every((point, index) => {
    const above = points[index - 1];
    return point === undefined || above === undefined || point.lt(above);
  });

function risingBands({ bands, marks }: Tiers): string[] {
  const points = bands.map((band) => (band.points === 'full' ? marks.weight : band.points));
  return descends(points) ? [] : ['低档的得分不低于高档'];
}

/** Grades stand in any order after the first, which is the best. */
function risingGrades({ grades, marks }: Grades): string[] {
  const [top, ...others] = grades.map(({ points: given }): Decimal | undefined => {
    if (given === 'unknown') return undefined;
    if (given === 'full') return marks.full ?? marks.weight;
    return 'percent' in given ? given.percent.times(marks.weight).div(100) : given;
  });
  return top && others.some((points) => points?.gte(top) === true) ? ['低档的得分不低于高档'] : [];
}
