import { type EventStore } from '#event-store';
import { keysUsed, lastOfSeals, rootIn, sealOfText, SEALS, type SignedRoot } from '../signing/index.ts';

/** A key that signed roots, from when on; public. */
export interface KeyInUse {
  keyId: string;
  /** SubjectPublicKeyInfo (DER), in base64. */
  publicKey: string;
  since: string;
  /** The key before it, and its signature over this one; `null` for the first. */
  previous: { keyId: string; signature: string | null } | null;
}

export interface RootsPage {
  items: SignedRoot[];
  total: number;
  /** Revision to go on before, `null` at the end. */
  next: number | null;
}

/** Signed roots, the newest first; before a revision of stream `seals` where one is given. */
export async function listRoots(
  store: EventStore,
  { before, limit }: { before?: number | undefined; limit: number },
): Promise<RootsPage> {
  const [head, keys] = await Promise.all([lastOfSeals(store), keysUsed(store)]);
  const total = (head?.revision ?? -1) + 1 - keys.length;
  const items: SignedRoot[] = [];
  let from = Math.min(before ?? Infinity, (head?.revision ?? -1) + 1) - 1;
  while (from >= 0 && items.length < limit) {
    const events = await store.readStream(SEALS, {
      from,
      direction: 'backwards',
      limit: limit - items.length,
    });
    items.push(...events.flatMap(({ body }) => rootIn(sealOfText(body))));
    from -= events.length;
  }
  return { items, total, next: from < 0 ? null : from + 1 };
}

/** Every key that signed, the newest first. */
export async function listKeys(store: EventStore): Promise<KeyInUse[]> {
  const keys = await keysUsed(store);
  return keys.map(({ keyId, publicKey, previous, time }) => ({
    keyId,
    publicKey,
    since: time,
    previous: previous && { keyId: previous.keyId, signature: previous.signature },
  }));
}
