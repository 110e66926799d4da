export interface MomentShown {
  /** The step that is shown, from 0. */
  revision: number;
  /** The step that it is compared with, if any. */
  from: number | null;
}

/** The moment that an address asks for; the last one where it asks for none that there is. */
export function momentIn(parameters: URLSearchParams, last: number): MomentShown {
  const step = (name: string): number | null => {
    const text = parameters.get(name);
    const value = Number(text);
    return text !== null && /^\d{1,9}$/u.test(text) && value <= last ? value : null;
  };
  const revision = step('revision') ?? last;
  const from = step('from');
  return { revision, from: from === null || from >= revision ? null : from };
}

export function withMoment(
  parameters: URLSearchParams,
  name: 'revision' | 'from',
  value: number | null,
): URLSearchParams {
  const next = new URLSearchParams(parameters);
  if (value === null) next.delete(name);
  else next.set(name, String(value));
  return next;
}
