import { faultOf, type SealFault, type SealedPlace, type StoredEvent } from '#event-store';
import { Frontier, leafData, leafHash } from '../log/index.ts';
import { SEALS, type SignedRoot } from '../signing/index.ts';
import { checkRoots } from './check-roots.ts';

/** Whether all events of a feed are as they were sealed, and lead to the roots that were signed over them. */
export interface EventsVerdict {
  intact: boolean;
  /** How many events were looked at, those of the stream `seals` included. */
  events: number;
  streams: number;
  /** The last signed root that the events lead to; what came after it is sealed but not anchored. */
  root: Pick<SignedRoot, 'size' | 'root' | 'time'> | null;
  firstBad?: { why: SealFault | 'signature' | 'root'; stream?: string; revision?: number };
}

/**
 * Checks a whole feed in its order, in one pass: every event at its place, every signed root against the events before
 * it. In memory is the last seal of each stream.
 * @param seals texts of the stream `seals`, a line each
 */
export async function checkEvents(
  feed: AsyncIterable<StoredEvent>,
  seals: readonly string[],
): Promise<EventsVerdict> {
  const { roots, firstBad } = checkRoots(seals.map((line) => `${line}\n`).join(''));
  const pass = new FeedPass(roots);
  if (firstBad) return { ...pass.verdict(), intact: false, firstBad: { ...firstBad, stream: SEALS } };
  for await (const event of feed) {
    const bad = pass.take(event);
    if (bad) return { ...pass.verdict(), intact: false, firstBad: bad };
  }
  return pass.isComplete() ? pass.verdict() : { ...pass.verdict(), intact: false, firstBad: { why: 'root' } };
}

class FeedPass {
  private readonly places = new Map<string, SealedPlace>();
  private readonly log = new Frontier();
  private reached = 0;
  private events = 0;

  constructor(private readonly roots: readonly SignedRoot[]) {}

  take(event: StoredEvent): EventsVerdict['firstBad'] {
    const { stream, revision } = event;
    const place = this.places.get(stream) ?? { stream, revision: 0, seal: null };
    this.events += 1;
    const why = faultOf(event, place);
    if (why !== null) return { why, stream, revision };
    this.places.set(stream, { stream, revision: revision + 1, seal: event.seal });
    if (stream === SEALS) return undefined;
    this.log.add(leafHash(leafData(event)));
    const next = this.roots[this.reached];
    if (next?.size !== this.log.size) return undefined;
    if (next.root !== this.log.root().toString('hex')) return { why: 'root' };
    this.reached += 1;
    return undefined;
  }

  isComplete(): boolean {
    return this.reached === this.roots.length;
  }

  verdict(): EventsVerdict {
    const { size, root, time } = this.roots[this.reached - 1] ?? {};
    const reached =
      size === undefined || root === undefined || time === undefined ? null : { size, root, time };
    return { intact: true, events: this.events, streams: this.places.size, root: reached };
  }
}
