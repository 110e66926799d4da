import { type TargetView } from '#contracts';
import { useSession } from '../app/session.tsx';
import { useKept, type Kept as KeptValue } from '../kept/index.ts';

/** Another figure for one indicator, and why. */
export interface Correction {
  points: string;
  reason: string;
}

/** What the bureau has put down about a self-evaluation and not yet given. */
export interface Checking {
  /** The target's when it was begun. */
  revision: number;
  comment: string;
  byIndicator: Readonly<Record<string, Correction>>;
}

interface Kept extends Omit<KeptValue<Checking>, 'value'> {
  checking: Checking;
}

/** Kept in this browser until it is given, so that a reload loses none. */
export function useChecking({ id, revision }: TargetView): Kept {
  const { me } = useSession();
  const {
    value: checking,
    isRestored,
    ...on
  } = useKept({
    key: `mubiao verification ${me.user} ${id}`,
    knows: isChecking,
    fresh: () => ({ revision, comment: '', byIndicator: {} }),
  });
  return { checking, isRestored: isRestored && !isBlank(checking), ...on };
}

/** The corrections as the request has them; one without points changes nothing. */
export const correctionsOf = ({ byIndicator }: Checking) =>
  Object.entries(byIndicator)
    .filter(([, { points }]) => points !== '')
    .map(([indicatorId, correction]) => ({ indicatorId, ...correction }));

const isBlank = ({ comment, byIndicator }: Checking): boolean =>
  comment === '' && Object.values(byIndicator).every(({ points, reason }) => points === '' && reason === '');

const isChecking = (value: unknown): value is Checking =>
  typeof value === 'object' &&
  value !== null &&
  ['revision', 'comment', 'byIndicator'].every((key) => key in value);
