import { useSyncExternalStore } from 'react';
import { useSearchParams } from 'react-router';

const KEY = 'mubiao-campaign';
const listeners = new Set<() => void>();
let chosen = sessionStorage.getItem(KEY);

/** For 工作台, 目标清单 and 进度 until the session ends; null for all campaigns. */
export function chooseCampaign(id: string | null): void {
  chosen = id;
  if (id === null) sessionStorage.removeItem(KEY);
  else sessionStorage.setItem(KEY, id);
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The campaign that a page is about: the one its address names, else the chosen one; null for all. */
export function useCampaignOfPage(): string | null {
  const [parameters] = useSearchParams();
  const kept = useSyncExternalStore(subscribe, () => chosen);
  return parameters.get('campaign') ?? kept;
}

/** Chooses a campaign, or all with null, and lets the page's address name none: it would go on winning. */
export function useChoosing(): (id: string | null) => void {
  const [parameters, setParameters] = useSearchParams();
  return (id) => {
    chooseCampaign(id);
    if (!parameters.has('campaign')) return;
    const next = new URLSearchParams(parameters);
    next.delete('campaign');
    setParameters(next, { replace: true });
  };
}
