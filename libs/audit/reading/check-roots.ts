import { sealOf, verifyStream, type SealFault, type StoredEvent } from '#event-store';
import {
  isSigned,
  keyIdOf,
  rootIn,
  SEALS,
  sealOfText,
  signedText,
  successionText,
  type RecordedSeal,
  type SignedRoot,
  type SigningKeyIntroduced,
} from '../signing/index.ts';

/** Signed roots that hold, the last one last, with the public keys by id. */
export interface CheckedRoots {
  lines: string[];
  roots: SignedRoot[];
  keys: ReadonlyMap<string, string>;
  firstBad?: { why: SealFault | 'signature'; revision: number };
}

export const linesIn = (text: string): string[] => {
  const lines = text.split('\n');
  return lines.at(-1) === '' ? lines.slice(0, -1) : lines;
};

/** Checks the stream of seals from its stored lines alone: chain, succession of keys, and every root's signature. */
export function checkRoots(text: string): CheckedRoots {
  const lines = linesIn(text);
  const { firstBad: broken } = verifyStream(lines.map(eventOf));
  const keys = new Map<string, string>();
  const roots: SignedRoot[] = [];
  if (broken) return { lines, roots, keys, firstBad: broken };
  for (const line of lines) {
    const seal = sealOfText(line);
    const { revision } = seal;
    if (!isRight(seal, keys, roots.at(-1)?.size ?? 0))
      return { lines, roots, keys, firstBad: { why: 'signature', revision } };
    roots.push(...rootIn(seal));
  }
  return { lines, roots, keys };
}

/** Of the last event nothing later holds the seal: the root in it is signed. */
function eventOf(body: string, revision: number): StoredEvent {
  const seal = sealOf(body);
  const { id, type } = named(body);
  return { stream: SEALS, revision, id, type, body, seal, position: '' };
}

function named(body: string): { id: string; type: string } {
  try {
    return JSON.parse(body) as { id: string; type: string };
  } catch {
    return { id: '', type: '' };
  }
}

function isRight(seal: RecordedSeal, keys: Map<string, string>, size: number): boolean {
  if (seal.type === 'SigningKeyIntroduced') return isKnown(seal.data, keys);
  const { data, time } = seal;
  return (
    data.size > size && isSigned(signedText({ ...data, time }), data.signature, keys.get(data.keyId) ?? '')
  );
}

/** A key under its own id, named by the one before it where that could still sign. */
function isKnown({ keyId, publicKey, previous }: SigningKeyIntroduced, keys: Map<string, string>): boolean {
  const before = keys.get(previous?.keyId ?? '') ?? '';
  const signature = previous?.signature ?? null;
  keys.set(keyId, publicKey);
  return (
    keyIdOf(publicKey) === keyId &&
    (signature === null || isSigned(successionText(publicKey), signature, before))
  );
}
