import { useEffect, useRef } from 'react';
import { type Draft } from './use-draft.ts';

/** Ctrl S saves, Ctrl Z and Ctrl Y go back and forth; inside a field that is being typed in they are the field's own. */
export function useKeys({ save, dispatch }: Pick<Draft, 'save' | 'dispatch'>): void {
  const latest = useRef(save);
  latest.current = save;
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (!event.ctrlKey && !event.metaKey) return;
      const key = event.key.toLowerCase();
      if (key === 's') {
        event.preventDefault();
        writeDown();
        // By then the form has what the field wrote.
        setTimeout(() => void latest.current());
      } else if ((key === 'z' || key === 'y') && !isTyping(event.target)) {
        event.preventDefault();
        dispatch({ type: key === 'y' || event.shiftKey ? 'redo' : 'undo' });
      }
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [dispatch]);
}

/** A field writes what was typed when it is left. */
function writeDown(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea:not(.is-idle), select');
