/** @returns false where the browser keeps nothing (private window, full) */
export function keep(key: string, value: unknown): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

/** What this browser keeps under a key; null where there is nothing, or nothing that can be read. */
export function kept(key: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null');
  } catch {
    return null;
  }
}

export function forget(key: string): void {
  try {
    localStorage.removeItem(key);
  } catch {
    // Where nothing can be kept there is nothing to forget.
  }
}

/** All that is kept under keys with this beginning, by what follows it. */
export function keptUnder(beginning: string): ReadonlyMap<string, unknown> {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(beginning));
    return new Map(keys.map((key) => [key.slice(beginning.length), kept(key)]));
  } catch {
    return new Map();
  }
}
