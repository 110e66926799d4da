import { useEffect, useState, type Dispatch, type SetStateAction } from 'react';
import { type TargetView } from '#contracts';
import { useSession } from '../app/session.tsx';
import { forget, keep, kept } from '../kept/index.ts';
import { BLANK_ENTRY, evidenceOf, type Entries } from './entries.ts';

/** What is entered is kept in this browser until it is sent. */
export function useEntries(
  target: TargetView,
  granted: string,
): [Entries, Dispatch<SetStateAction<Entries>>, () => void] {
  const { me } = useSession();
  const key = `mubiao year-end ${me.user} ${target.id}`;
  const [opened] = useState<Entries>(() => begun(key) ?? fresh(target, granted));
  const [entries, setEntries] = useState(opened);
  useEffect(() => {
    // What nobody has touched would only stand in the way of what is handed in from another machine.
    if (entries !== opened) keep(key, entries);
  }, [key, entries, opened]);
  return [entries, setEntries, () => forget(key)];
}

function begun(key: string): Entries | null {
  const value = kept(key);
  return typeof value === 'object' && value !== null && 'byIndicator' in value ? (value as Entries) : null;
}

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
