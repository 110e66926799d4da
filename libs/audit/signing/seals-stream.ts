import { type Envelope, type EventStore, type StoredEvent } from '#event-store';

/** The one stream that the log leaves out: it tells of the log itself. */
export const SEALS = 'seals';

/** Data of `RootSigned`: the whole feed so far, in one hash, under the installation's key. */
export interface RootSigned {
  /** Which log: `mubiao/<区划代码>`. */
  origin: string;
  /** How many leaves. */
  size: number;
  /** SHA-256 in hexadecimal. */
  root: string;
  keyId: string;
  /** Revision in this stream that introduced the key. */
  keyRevision: number;
  /** Ed25519 over `signedText`, in base64. */
  signature: string;
}

/** Data of `SigningKeyIntroduced`: from here on roots are signed with this key. */
export interface SigningKeyIntroduced {
  keyId: string;
  /** SubjectPublicKeyInfo (DER), in base64. */
  publicKey: string;
  /** The key before it, which says by its signature over the new public key that this is its successor. */
  previous: { keyId: string; revision: number; signature: string | null } | null;
}

export type SealsEvent =
  { type: 'RootSigned'; data: RootSigned } | { type: 'SigningKeyIntroduced'; data: SigningKeyIntroduced };

/** An event of the stream with when and where it was recorded. */
export type RecordedSeal = SealsEvent & { revision: number; time: string };

/** A signed root as it is told outside. */
export type SignedRoot = RootSigned & { revision: number; time: string };

export function sealOfText(body: string): RecordedSeal {
  const { type, data, revision, time } = JSON.parse(body) as Envelope;
  return { type, data, revision, time } as RecordedSeal;
}

export const rootIn = (seal: RecordedSeal): SignedRoot[] =>
  seal.type === 'RootSigned' ? [{ ...seal.data, revision: seal.revision, time: seal.time }] : [];

/** The stream's last event, `null` before the first. */
export async function lastOfSeals(store: EventStore): Promise<StoredEvent | null> {
  const [last] = await store.readStream(SEALS, { direction: 'backwards', limit: 1 });
  return last ?? null;
}

/** The last signed root, `null` before the first. Between two roots stand few events of other types. */
export async function lastRoot(store: EventStore): Promise<SignedRoot | null> {
  const events = await store.readStream(SEALS, { direction: 'backwards', limit: 8 });
  return events.flatMap(({ body }) => rootIn(sealOfText(body)))[0] ?? null;
}

/** The root that was signed over exactly that many leaves: sizes grow with revisions, so it is found by halving. */
export async function rootOfSize(store: EventStore, size: number): Promise<SignedRoot | null> {
  let from = 0;
  let to = ((await lastOfSeals(store))?.revision ?? -1) + 1;
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    const events = await store.readStream(SEALS, { from: middle, limit: 8 });
    const root = events.flatMap(({ body }) => rootIn(sealOfText(body)))[0];
    if (root?.size === size) return root;
    if (root === undefined || root.size > size) to = middle;
    else from = root.revision + 1;
  }
  return null;
}

/** Every key that signed, the newest first: each names the one before it. */
export async function keysUsed(
  store: EventStore,
): Promise<(SigningKeyIntroduced & { revision: number; time: string })[]> {
  const last = await lastOfSeals(store);
  const keys: (SigningKeyIntroduced & { revision: number; time: string })[] = [];
  let revision = last === null ? null : keyRevisionOf(sealOfText(last.body));
  while (revision !== null) {
    const [event] = await store.readStream(SEALS, { from: revision, limit: 1 });
    const seal = event && sealOfText(event.body);
    if (seal?.type !== 'SigningKeyIntroduced')
      throw new Error(`Revision ${revision} of the seals introduces no key.`);
    keys.push({ ...seal.data, revision, time: seal.time });
    revision = seal.data.previous?.revision ?? null;
  }
  return keys;
}

const keyRevisionOf = (seal: RecordedSeal): number =>
  seal.type === 'RootSigned' ? seal.data.keyRevision : seal.revision;
