import { sealOf, type EventStore, type StoredEvent } from '#event-store';
import { Frontier, leafData, leafHash } from '../log/index.ts';
import { type AuditParts } from '../record/index.ts';
import { lastOfSeals, SEALS, type SignedRoot } from '../signing/index.ts';
import { checkRoots } from './check-roots.ts';

/** Why the history is not the one that was signed. */
export type HistoryFault =
  | 'outside' // the copy from outside does not hold by itself: it proves nothing
  | 'seals' // the system's own signed roots are not those outside
  | 'behind' // the system ends before the copy does: what was signed last is not there
  | 'seal' // an event's text does not have its seal
  | 'cut' // the feed ends before what was signed
  | 'missing' // an event that was signed is not there
  | 'rewritten'; // an event is not the one that was signed

export const HISTORY_TERMS: Readonly<Record<HistoryFault, string>> = {
  outside: '外部副本本身不成立（签名或前后关系不对），不能用来核对，请换一份',
  seals: '系统中的签名记录与外部副本不一致，已被改动',
  behind: '系统中的签名记录比外部副本少：历史的尾部被截去，或者系统由较早的备份恢复',
  seal: '事件原文与封存值不符，已被改动',
  cut: '历史的尾部被截去',
  missing: '已签名的事件不见了，可能整个流被删除',
  rewritten: '已签名的事件被改写',
};

export interface HistoryVerdict {
  intact: boolean;
  /** Leaves of the log that were looked at. */
  events: number;
  /** The last root of the copy: what came after it is not anchored by it. */
  root: Pick<SignedRoot, 'size' | 'root' | 'time'> | null;
  firstBad?: HistoryBad;
}

export interface HistoryBad {
  why: HistoryFault;
  /** The first event that is not as it was signed, where that can still be told. */
  stream?: string;
  revision?: number;
  /** Else it is after the first so many events of the feed, and among the first so many. */
  between?: readonly [number, number];
}

const PAGE = 1_000;

/**
 * Holds the whole feed against a copy of the signed roots that was kept outside: one pass, a hash an event. The
 * system's own log is believed only as far as it leads to a root of the copy; it then names the event.
 */
export async function checkHistory(parts: AuditParts, outside: string): Promise<HistoryVerdict> {
  const { lines, roots, firstBad } = checkRoots(outside);
  const root = roots.at(-1) ?? null;
  const broken = (bad: HistoryBad): HistoryVerdict => ({ intact: false, events: 0, root, firstBad: bad });
  if (firstBad || root === null) return broken({ why: 'outside' });
  const changed = await changedSeal(parts.store, lines);
  if (changed !== null) return broken(changed);
  return { ...(await checkFeed(parts, roots)), root };
}

async function checkFeed(
  parts: AuditParts,
  roots: readonly SignedRoot[],
): Promise<Omit<HistoryVerdict, 'root'>> {
  const log = new Frontier();
  let reached = 0;
  const broken = (firstBad: HistoryBad) => ({ intact: false, events: log.size, firstBad });
  for await (const event of feedOf(parts.store)) {
    const { stream, revision, body, seal } = event;
    if (sealOf(body) !== seal) return broken({ why: 'seal', stream, revision });
    log.add(leafHash(leafData(event)));
    if (log.size !== roots[reached]?.size) continue;
    if (roots[reached]?.root !== log.root().toString('hex'))
      return broken(await locate(parts, roots, reached));
    reached += 1;
  }
  if (reached < roots.length) return broken(await locate(parts, roots, reached));
  return { intact: true, events: log.size };
}

/** The first revision of the copy that the system does not have just so, or not any more. */
async function changedSeal(store: EventStore, lines: readonly string[]): Promise<HistoryBad | null> {
  const last = (await lastOfSeals(store))?.revision ?? -1;
  for (let from = 0; from < lines.length; from += PAGE) {
    const events = await store.readStream(SEALS, { from, limit: PAGE });
    const index = lines.slice(from, from + PAGE).findIndex((line, nth) => events[nth]?.body !== line);
    if (index < 0) continue;
    const revision = Math.min(from + index, last + 1);
    return { why: revision > last ? 'behind' : 'seals', stream: SEALS, revision };
  }
  return null;
}

/** Every event that has a leaf, in feed order. */
async function* feedOf(store: EventStore): AsyncGenerator<StoredEvent, undefined> {
  let from: string | null | undefined;
  while (from !== null) {
    const { events, next } = await store.readAll({ ...(from !== undefined && { from }), limit: PAGE });
    for (const event of events) if (event.stream !== SEALS) yield event;
    from = next;
  }
  return undefined;
}

interface KeptLeaf {
  stream: string;
  revision: number;
  hash: Buffer;
}

async function* leavesUpTo({ pool }: AuditParts, size: number): AsyncGenerator<KeptLeaf> {
  for (let from = 0; from < size; from += PAGE) {
    const { rows } = await pool.query<KeptLeaf>(
      'select stream, revision, hash from audit.leaf where leaf >= $1 and leaf < $2 order by leaf',
      [from, Math.min(from + PAGE, size)],
    );
    yield* rows;
  }
}

/** Which event it is, told from the kept leaves where they lead to the signed root; else between which roots. */
async function locate(parts: AuditParts, roots: readonly SignedRoot[], index: number): Promise<HistoryBad> {
  const signed = roots[index];
  const first = signed && (await firstDifference(parts, signed));
  if (!first) return { why: 'rewritten', between: [roots[index - 1]?.size ?? 0, signed?.size ?? 0] };
  const { stream, revision, isEnd } = first;
  if (isEnd) return { why: 'cut', stream, revision };
  const [there] = await parts.store.readStream(stream, { from: revision, limit: 1 });
  return { why: there ? 'rewritten' : 'missing', stream, revision };
}

/** Between the kept leaves and the feed; nothing where the kept leaves are not those that were signed either. */
async function firstDifference(
  parts: AuditParts,
  { size, root }: SignedRoot,
): Promise<Difference | undefined> {
  const log = new Frontier();
  const feed = feedOf(parts.store);
  let first: Difference | undefined;
  for await (const leaf of leavesUpTo(parts, size)) {
    log.add(leaf.hash);
    first ??= await differenceAt(leaf, feed);
  }
  return log.size === size && log.root().toString('hex') === root ? first : undefined;
}

interface Difference {
  stream: string;
  revision: number;
  /** The feed has nothing more. */
  isEnd: boolean;
}

/** Takes the next event of the feed; `undefined` where it is the leaf's own. */
async function differenceAt(
  { stream, revision, hash }: KeptLeaf,
  feed: AsyncGenerator<StoredEvent, undefined>,
): Promise<Difference | undefined> {
  const { value: found } = await feed.next();
  if (found && leafHash(leafData(found)).equals(hash)) return undefined;
  return { stream, revision, isEnd: found === undefined };
}
