import { useLayoutEffect, useRef } from 'react';

/** J and K move through the queue, A approves, R returns; never while somebody types. */
export function useKeys(actions: Readonly<Record<string, () => void>>): void {
  const latest = useRef(actions);
  latest.current = actions;
  // Whatever is to be seen answers to its key.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || isTyping(event.target))
        return;
      const act = latest.current[event.key.toLowerCase()];
      if (!act) return;
      event.preventDefault();
      act();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}

export const useQueueKeys = ({ next, previous }: { next: () => void; previous: () => void }): void =>
  useKeys({ j: next, k: previous });

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.matches('input:not([type=radio]), textarea, select, [role=dialog] *');
