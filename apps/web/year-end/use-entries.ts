import { type TargetView } from '#contracts';
import { useSession } from '../app/session.tsx';
import { evidenceOf } from '../evidence/index.ts';
import { useKept, type Kept } from '../kept/index.ts';
import { BLANK_ENTRY, type Entries } from './entries.ts';

/** What is entered is kept in this browser until it is sent. */
export function useEntries(target: TargetView, granted: string): Kept<Entries> {
  const { me } = useSession();
  return useKept({
    key: `mubiao year-end ${me.user} ${target.id}`,
    knows: isEntries,
    fresh: () => fresh(target, granted),
  });
}

const isEntries = (value: unknown): value is Entries =>
  typeof value === 'object' && value !== null && 'byIndicator' in value;

/** A line for each indicator; one sent back begins with what was handed in. */
function fresh({ form, evaluation }: TargetView, granted: string): Entries {
  const before = new Map(evaluation?.indicators.map((one) => [one.indicatorId, one]));
  const ids = (form.indicators ?? []).map(({ id }) => id);
  return {
    paid: evaluation?.execution.paid ?? '',
    budget: evaluation?.execution.budget ?? granted,
    byIndicator: Object.fromEntries(
      ids.map((id) => {
        const earlier = before.get(id);
        if (!earlier) return [id, BLANK_ENTRY];
        const { actual, reason = '', computed, points, evidence = [] } = earlier;
        const files = evidence.map(evidenceOf);
        return [id, { actual, reason, points: points === computed ? '' : points, evidence: files }];
      }),
    ),
  };
}
