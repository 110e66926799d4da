import { useEffect, useState } from 'react';

const PAUSE_MS = 300;

/** The value as it was when the keyboard last rested, so that heavy work on it never comes between two letters. */
export function usePaused<T>(value: T): T {
  const [settled, settle] = useState(value);
  useEffect(() => {
    if (Object.is(value, settled)) return undefined;
    const take = (): void => settle(() => value);
    let timer = setTimeout(take, PAUSE_MS);
    const wait = (): void => {
      clearTimeout(timer);
      timer = setTimeout(take, PAUSE_MS);
    };
    addEventListener('keydown', wait, true);
    return () => {
      clearTimeout(timer);
      removeEventListener('keydown', wait, true);
    };
  }, [value, settled]);
  return settled;
}
