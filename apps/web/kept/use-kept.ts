import { useEffect, useState, type Dispatch, type SetStateAction } from 'react';
import { forget, keep, kept } from './kept.ts';

export interface Kept<T> {
  value: T;
  set: Dispatch<SetStateAction<T>>;
  /** Back to what is there when nothing was kept. */
  drop: () => void;
  /** From before the page was opened, and not touched since. */
  isRestored: boolean;
}

interface KeptOptions<T> {
  /** With the person and the thing in it. */
  key: string;
  /** Tells what can be used from what an older version of the page may have left. */
  knows: (value: unknown) => value is T;
  fresh: () => T;
}

/** Like `useState`, and kept in this browser from the first change until it is dropped. */
export function useKept<T>({ key, knows, fresh }: KeptOptions<T>): Kept<T> {
  const [begun] = useState(() => {
    const value = kept(key);
    return knows(value) ? { value, isKept: true } : { value: fresh(), isKept: false };
  });
  const [opened, setOpened] = useState(begun);
  const [value, set] = useState(begun.value);
  useEffect(() => {
    // What nobody has touched would only stand in the way of what is handed in from another machine.
    if (value !== opened.value) keep(key, value);
  }, [key, value, opened]);
  const drop = (): void => {
    forget(key);
    const anew = fresh();
    setOpened({ value: anew, isKept: false });
    set(anew);
  };
  return { value, set, drop, isRestored: opened.isKept && value === opened.value };
}
