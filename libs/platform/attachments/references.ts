import { type EventStore, type Position, type StoredEvent } from '#event-store';
import { isSha256 } from './blob-store.ts';

const A_PAGE = 2_000;

/** Hashes that are nowhere but in fields of attachments and evidence; anything else that looks like one is a seal. */
function hashesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(hashesIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    if (key === 'attachments' && Array.isArray(inner))
      return inner.flatMap((one: { sha256?: unknown }) => asHash(one.sha256));
    if (key === 'evidence' && Array.isArray(inner)) return inner.flatMap(asHash);
    return hashesIn(inner);
  });
}

const asHash = (value: unknown): string[] => (typeof value === 'string' && isSha256(value) ? [value] : []);

const dataOf = ({ body }: StoredEvent): unknown => (JSON.parse(body) as { data?: unknown }).data;

/**
 * Every content that an event ever referred to, with the streams that do. Read from the history itself, so that it is
 * never behind: an attachment of an earlier version stays, for the version does.
 */
export async function referencedHashes(store: EventStore): Promise<Map<string, Set<string>>> {
  const found = new Map<string, Set<string>>();
  let from: Position | null = null;
  do {
    const page = await store.readAll({
      limit: A_PAGE,
      filter: { streamPrefixes: ['target-'] },
      ...(from !== null && { from }),
    });
    for (const event of page.events)
      for (const sha256 of hashesIn(dataOf(event)))
        found.set(sha256, (found.get(sha256) ?? new Set<string>()).add(event.stream));
    from = page.next;
  } while (from !== null);
  return found;
}
