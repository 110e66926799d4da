import { useEffect, useRef, useState } from 'react';

/**
 * What is typed at once, and `settle` with it once typing has paused for so many milliseconds. Where the settled text
 * changes by itself (Back, a link), it takes the place of what is typed.
 */
export function useSettled(
  settled: string,
  pause: number,
  settle: (text: string) => void,
): [string, (text: string) => void] {
  const [text, setText] = useState(settled);
  const [before, setBefore] = useState(settled);
  if (before !== settled) {
    setBefore(settled);
    if (text.trim() !== settled) setText(settled);
  }
  const latest = useRef(settle);
  useEffect(() => {
    latest.current = settle;
  }, [settle]);
  useEffect(() => {
    if (text.trim() === settled) return undefined;
    const timer = setTimeout(() => latest.current(text.trim()), pause);
    return () => clearTimeout(timer);
  }, [text, settled, pause]);
  return [text, setText];
}
