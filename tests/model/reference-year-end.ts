import { type Actual, type Context, type TargetCommand } from '#domain/target';
import { checked, join, type Reasons, type Reference } from './reference.ts';

type Of<T extends TargetCommand['type']> = Extract<TargetCommand, { type: T }>;

const twice = (rows: readonly { indicatorId: string }[]): boolean =>
  rows.length > new Set(rows.map(({ indicatorId }) => indicatorId)).size;

/** The first indicator scores itself with full marks of 50; the second needs a person, who has 40 to give. */
export function selfEvaluation({ actuals }: Of<'SubmitSelfEvaluation'>): Reasons {
  const [first, second] = ['i1', 'i2'].map((id) => actuals.filter(({ indicatorId }) => indicatorId === id));
  return join(
    checked(
      [actuals.some(({ indicatorId }) => indicatorId === 'i9'), 'UnknownIndicator'],
      [twice(actuals), 'IndicatorTwice'],
    ),
    ownPoints(first?.[0], 50, '50'),
    ownPoints(second?.[0], 40, undefined),
  );
}

function ownPoints(actual: Actual | undefined, most: number, byRule: string | undefined): Reasons {
  if (!actual) return new Set(['ActualMissing']);
  const points = actual.points ?? byRule;
  if (points === undefined) return new Set(['PointsMissing']);
  return checked(
    [Number(points) > most, 'PointsOutOfRange'],
    [points !== byRule && actual.reason === undefined, 'ReasonDue'],
  );
}

export function confirmation(
  { points }: Of<'ConfirmEvaluation'>,
  ref: Reference,
  { actor }: Context,
): Reasons {
  return checked(
    [ref.authors.has(actor.user), 'OwnWork'],
    [points.some(({ indicatorId }) => indicatorId === 'i9'), 'UnknownIndicator'],
    [twice(points), 'IndicatorTwice'],
    [points.some((one) => Number(one.points) > (one.indicatorId === 'i1' ? 50 : 40)), 'PointsOutOfRange'],
  );
}
