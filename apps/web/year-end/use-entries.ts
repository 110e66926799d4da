import { useEffect, useState, type Dispatch, type SetStateAction } from 'react';
import { type TargetView } from '#contracts';
import { useSession } from '../app/session.tsx';
import { BLANK_ENTRY, type Entries, type Evidence } from './entries.ts';

/** What is entered is kept in this browser until it is sent. */
export function useEntries(
  target: TargetView,
  granted: string,
): [Entries, Dispatch<SetStateAction<Entries>>, () => void] {
  const { me } = useSession();
  const key = `mubiao year-end ${me.user} ${target.id}`;
  const [entries, setEntries] = useState<Entries>(() => begun(key) ?? fresh(target, granted));
  useEffect(() => {
    try {
      localStorage.setItem(key, JSON.stringify(entries));
    } catch {
      // A browser that keeps nothing still lets one work.
    }
  }, [key, entries]);
  return [entries, setEntries, () => localStorage.removeItem(key)];
}

function begun(key: string): Entries | null {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    return typeof value === 'object' && value !== null && 'byIndicator' in value ? (value as Entries) : null;
  } catch {
    return null;
  }
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

/** Evidence may also have been named in words. */
const evidenceOf = (text: string): Evidence =>
  /^[0-9a-f]{64}$/.test(text) ? { sha256: text } : { sha256: text, name: text };
