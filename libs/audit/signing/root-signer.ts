import type pg from 'pg';
import { type Actor } from '#domain';
import { type StoredEvent } from '#event-store';
import { appendFact, despiteRaces, type Recording } from '../record/append-fact.ts';
import { hashesOf, logState } from '../record/log-tables.ts';
import {
  lastOfSeals,
  lastRoot,
  sealOfText,
  SEALS,
  type RecordedSeal,
  type RootSigned,
  type SigningKeyIntroduced,
  type SignedRoot,
} from './seals-stream.ts';
import {
  readSigningKey,
  replacedKey,
  signedText,
  successionText,
  type KeyPlace,
  type SigningKey,
} from './signing-key.ts';

export interface SignerOptions extends Recording, KeyPlace {
  pool: pg.Pool;
}

/** The log that is kept here is not the one that was signed before: somebody changed it, or restored an older one. */
export class RootContradicted extends Error {
  override readonly name = 'RootContradicted';

  constructor(readonly signed: SignedRoot) {
    super(
      `签名日志与已签名的根（第 ${signed.size} 个事件处）不符：历史可能被改动，已停止签名，请用外部副本核对。`,
    );
  }
}

const SIGNER: Actor = { user: 'system', name: '系统签名', post: '', organisation: '' };

/**
 * Signs the root of the log as it stands, where something was added since the last. Of two that sign at once one wins
 * and the other sees that nothing is left to do.
 * @returns the last root there is now, `null` while the log is empty or has not been followed as far as the last root
 * @throws RootContradicted rather than vouch for another history
 */
export function signRoot(options: SignerOptions): Promise<SignedRoot | null> {
  return despiteRaces(() => signOnce(options));
}

async function signOnce(options: SignerOptions): Promise<SignedRoot | null> {
  const { pool, store } = options;
  const head = await lastOfSeals(store);
  const last = await lastRoot(store);
  const { size } = await logState(pool);
  if (size <= (last?.size ?? 0)) return last?.size === size ? last : null;
  if (last !== null && (await rootAt(pool, last.size)) !== last.root) throw new RootContradicted(last);
  return appendRoot(options, head, size);
}

async function appendRoot(
  options: SignerOptions,
  head: StoredEvent | null,
  size: number,
): Promise<SignedRoot | null> {
  const key = readSigningKey(options);
  const current = head && currentKey(sealOfText(head.body));
  if (current?.keyId !== key.keyId) {
    const data = introductionOf(key, current, options);
    await appendFact(options, SEALS, head, { type: 'SigningKeyIntroduced', actor: SIGNER, data });
    return signOnce(options);
  }
  const { keyId, revision: keyRevision } = current;
  const root = await rootAt(options.pool, size);
  const stated = { origin: `mubiao/${options.jurisdiction}`, size, root, keyId, keyRevision };
  const data = (time: string): RootSigned => ({
    ...stated,
    signature: key.sign(signedText({ ...stated, time })),
  });
  const appended = await appendFact(options, SEALS, head, { type: 'RootSigned', actor: SIGNER, data });
  return { ...data(appended.time), revision: appended.revision, time: appended.time };
}

function currentKey(seal: RecordedSeal): { keyId: string; revision: number } {
  const { keyId } = seal.data;
  return { keyId, revision: seal.type === 'RootSigned' ? seal.data.keyRevision : seal.revision };
}

/** The key before it names its successor where its file is still there; where it was lost, the record says so. */
function introductionOf(
  { keyId, publicKey }: SigningKey,
  current: { keyId: string; revision: number } | null,
  place: KeyPlace,
): SigningKeyIntroduced {
  if (current === null) return { keyId, publicKey, previous: null };
  const signature = replacedKey(place, current.keyId)?.sign(successionText(publicKey)) ?? null;
  return { keyId, publicKey, previous: { ...current, signature } };
}

async function rootAt(pool: pg.Pool, size: number): Promise<string> {
  const [hash] = await hashesOf(pool, [{ from: 0, to: size }]);
  if (hash === undefined) throw new Error('The log has no root.');
  return hash.toString('hex');
}
