import type { AllStreamResolvedEvent, EventStoreDBClient, ReadPosition } from '@eventstore/db-client';
import { passes } from '../filter.ts';
import type { Filter, Position, StoredEvent } from '../port.ts';
import { collected } from './bounded.ts';
import { comparePositions, positionText, serverPosition, storedEvent } from './recorded-event.ts';

export interface FeedReader {
  client: EventStoreDBClient;
  /** Longest silence. */
  boundMs: number;
}

interface Page {
  from?: Position;
  direction: 'forwards' | 'backwards';
  limit: number;
  filter?: Filter | undefined;
}

/** Places a page; the server may hold several of its own events for one of ours. */
const PAGE = 1_000;
/** Of the first page, where few events are wanted: mostly they are among the last places. */
const FIRST_PAGE = 32;

/** This client's `readAll` has no filter, so pages are read and filtered here until enough of them have passed. */
export async function readFeed(
  reader: FeedReader,
  { direction, limit, filter, ...start }: Page,
): Promise<{ events: StoredEvent[]; next: Position | null }> {
  const events: StoredEvent[] = [];
  let from = start.from;
  let size = Math.min(Math.max(limit, FIRST_PAGE), PAGE);
  for (let isEnd = false; !isEnd && events.length < limit; size = PAGE) {
    const places = await readPage(reader, { direction, from, size });
    const beyond = places.filter((place) => isBeyond(place.position, from, direction));
    events.push(...beyond.flatMap(({ event }) => (event !== null && passes(filter, event) ? [event] : [])));
    isEnd = places.length < size;
    from = beyond.at(-1)?.position ?? from;
  }
  const wanted = events.slice(0, limit);
  return { events: wanted, next: wanted.length === limit ? (wanted.at(-1)?.position ?? null) : null };
}

/** The newest of our events among the last places, else the newest place, `null` where nothing of ours ever was. */
export async function readFeedHead(reader: FeedReader): Promise<Position | null> {
  for (const size of [FIRST_PAGE, PAGE]) {
    const places = await readPage(reader, { direction: 'backwards', from: undefined, size });
    const ours = places.find(({ event }) => event !== null);
    if (ours !== undefined) return ours.position;
    if (places.length < size) return null;
  }
  return readFeedEnd(reader);
}

/** The end of the feed, whosever event it is. */
export async function readFeedEnd({ client, boundMs }: FeedReader): Promise<Position | null> {
  const read = client.readAll({ direction: 'backwards', fromPosition: 'end', maxCount: 1 });
  const [last] = await collected(boundMs, read);
  return last?.event === undefined ? null : positionText(last.event.position);
}

interface Place {
  position: Position;
  event: StoredEvent | null;
}

async function readPage(
  { client, boundMs }: FeedReader,
  { direction, from, size }: { direction: Page['direction']; from: Position | undefined; size: number },
): Promise<Place[]> {
  const edge = direction === 'forwards' ? 'start' : 'end';
  const fromPosition: ReadPosition = from === undefined ? edge : serverPosition(from);
  const read = client.readAll({ direction, fromPosition, maxCount: size });
  return (await collected(boundMs, read)).flatMap(placeOf);
}

/** A place of the feed: what the server recorded there, a link to another event included. */
export function placeOf({ event, link }: AllStreamResolvedEvent): Place[] {
  const recorded = link ?? event;
  if (recorded?.position === undefined) return [];
  return [
    { position: positionText(recorded.position), event: link === undefined ? storedEvent(event) : null },
  ];
}

/** Forwards the server begins at the position that it is given, backwards before it; we always mean beyond it. */
function isBeyond(position: Position, from: Position | undefined, direction: Page['direction']): boolean {
  if (from === undefined) return true;
  const order = comparePositions(position, from);
  return direction === 'forwards' ? order > 0 : order < 0;
}
