import { useQuery, useQueryClient } from '@tanstack/react-query';
import { readTarget } from '../api/index.ts';

/** A target as it is now. */
export const useTarget = (id: string) =>
  useQuery({ queryKey: ['target', id], queryFn: () => readTarget(id) });

/** To be called after a change: whatever shows this target is read again. */
export function useTargetChanged(id: string): () => void {
  const queries = useQueryClient();
  return () => {
    for (const queryKey of [['target', id], ['history', id], ['seal', id], ['tasks'], ['targets']])
      void queries.invalidateQueries({ queryKey });
  };
}
