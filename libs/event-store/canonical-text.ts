import canonicalize from 'canonicalize';

/**
 * RFC 8785. An event's envelope is plain text and small numbers: its keys are put in order and written by the engine's
 * own JSON, which is two and a half times as fast; whatever that might write otherwise goes to the library.
 * @throws Error for what JSON cannot say (NaN, cycles, nothing)
 */
export function canonicalText(value: unknown): string {
  const ordered = inOrder(value);
  const text = ordered === undefined ? canonicalize(value) : JSON.stringify(ordered);
  if (text === undefined) throw new Error('Nothing to seal: the value has no JSON text.');
  return text;
}

const STARTS_WITH_DIGIT = /^[0-9]/;
const PLAIN: unknown = Object.prototype;

/** The same value with every object's keys in order of their code units; undefined where plain JSON may differ. */
function inOrder(value: unknown): unknown {
  if (typeof value === 'string') return value.isWellFormed() ? value : undefined;
  if (value === null || typeof value === 'boolean' || Number.isSafeInteger(value)) return value;
  if (Array.isArray(value)) return arrayInOrder(value);
  if (typeof value === 'object' && Object.getPrototypeOf(value) === PLAIN) return objectInOrder(value);
  return undefined;
}

function arrayInOrder(values: readonly unknown[]): unknown[] | undefined {
  const ordered: unknown[] = [];
  for (const value of values) {
    const inner = inOrder(value);
    if (inner === undefined) return undefined;
    ordered.push(inner);
  }
  return ordered;
}

/** Keys that look like array indexes would come first in any object, whatever order they are set in. */
function objectInOrder(value: object): object | undefined {
  const ordered: Record<string, unknown> = {};
  for (const key of Object.keys(value).sort()) {
    const inner = inOrder((value as Record<string, unknown>)[key]);
    const mayDiffer =
      inner === undefined || key === '__proto__' || STARTS_WITH_DIGIT.test(key) || !key.isWellFormed();
    if (mayDiffer) return undefined;
    ordered[key] = inner;
  }
  return ordered;
}
