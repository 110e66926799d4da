import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { type Decision } from '#domain/target';
import { listPhrases, type Phrase } from '../api/index.ts';

const NONE: readonly Phrase[] = [];
const PHRASES = queryOptions({ queryKey: ['phrases'], queryFn: listPhrases, staleTime: 5 * 60_000 });

/** Canned phrases for a decision, one's own first; none while they are not there yet. */
export function usePhrases(): (decision: Decision) => readonly Phrase[] {
  const { data = NONE } = useQuery(PHRASES);
  return (decision) => {
    const fitting = data.filter((phrase) => phrase.decision === decision);
    return [...fitting.filter(({ isOwn }) => isOwn), ...fitting.filter(({ isOwn }) => !isOwn)];
  };
}

/** The office's first phrase for a decision, waited for where it is not there yet; empty where there is none. */
export function useUsualPhrase(): (decision: Decision) => Promise<string> {
  const queries = useQueryClient();
  return async (decision) => {
    const phrases = await queries.query({ ...PHRASES, staleTime: 'static' }).catch(() => NONE);
    return phrases.find((phrase) => phrase.decision === decision && !phrase.isOwn)?.text ?? '';
  };
}
