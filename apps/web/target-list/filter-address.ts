import { TARGET_STATES } from '#domain/target';
import { type FormKind } from '#form';
import { type TargetFilter } from '../api/index.ts';

export const KINDS: readonly FormKind[] = ['project', 'overall', 'direction'];
type RealState = NonNullable<TargetFilter['state']>;
export const STATES: readonly RealState[] = TARGET_STATES.filter(
  (state): state is RealState => state !== 'none',
);

/** The filter that an address asks for besides the campaign; what it cannot mean is left out rather than refused. */
export function filterIn(parameters: URLSearchParams): Omit<TargetFilter, 'campaign'> {
  const text = (name: string): string | undefined => parameters.get(name)?.trim() || undefined;
  const year = Number(text('year'));
  return {
    q: text('q'),
    state: STATES.find((state) => state === text('state')),
    kind: KINDS.find((kind) => kind === text('kind')),
    department: text('department'),
    unit: text('unit'),
    year: Number.isInteger(year) && year >= 1990 && year <= 2100 ? year : undefined,
  };
}

/** The address with one field of the filter set, or without it where the value is empty. */
export function withFilter(
  parameters: URLSearchParams,
  name: keyof TargetFilter,
  value: string | undefined,
): URLSearchParams {
  const next = new URLSearchParams(parameters);
  if (value === undefined || value === '') next.delete(name);
  else next.set(name, value);
  return next;
}
