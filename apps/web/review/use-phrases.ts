import { useQuery } from '@tanstack/react-query';
import { type Decision } from '#domain/target';
import { listPhrases, type Phrase } from '../api/index.ts';

const NONE: readonly Phrase[] = [];

/** Canned phrases for a decision, one's own first; none while they are not there yet. */
export function usePhrases(): (decision: Decision) => readonly Phrase[] {
  const { data = NONE } = useQuery({ queryKey: ['phrases'], queryFn: listPhrases, staleTime: 5 * 60_000 });
  return (decision) => {
    const fitting = data.filter((phrase) => phrase.decision === decision);
    return [...fitting.filter(({ isOwn }) => isOwn), ...fitting.filter(({ isOwn }) => !isOwn)];
  };
}
