import { type Recorded } from '#domain';
import { type EventStore, type Position } from '#event-store';
import { envelopeOf, envelopesIn, recordedOf, type RecordedEnvelope } from './history.ts';

/** A stream as far as it is known: its state, its last event, and the commands that wrote it. */
export interface LoadedStream<S> {
  state: S;
  head: { revision: number; seal: string; position: Position } | null;
  /** When the last event was recorded. */
  time: string | undefined;
  commands: ReadonlyMap<string, { hash: string; revision: number }>;
}

interface Folding<S, E extends { type: string }> {
  stream: string;
  initial: S;
  evolve: (state: S, recorded: Recorded<E>) => S;
}

/** Some thirty megabytes of forms. */
const REMEMBERED = 1_000;

/**
 * Streams that this process folded lately. A command on one of them reads nothing where the person saw the same revision,
 * else only what was added since, instead of every form the target ever had; the expected revision of the append keeps
 * a stale memory harmless.
 */
export class RecentStreams {
  private readonly streams = new Map<string, LoadedStream<unknown>>();

  constructor(private readonly store: EventStore) {}

  /** The stream as this process last saw it. */
  known<S>(stream: string): LoadedStream<S> | undefined {
    return this.streams.get(stream) as LoadedStream<S> | undefined;
  }

  /** The stream as it is now. A stream is always folded by the same aggregate. */
  async load<S, E extends { type: string }>(folding: Folding<S, E>): Promise<LoadedStream<S>> {
    const known = this.known<S>(folding.stream);
    const loaded = known?.head
      ? await this.loadSince(known, known.head.revision, folding)
      : await this.loadWhole(folding);
    this.remember(folding.stream, loaded);
    return loaded;
  }

  /** After one's own append. */
  remember(stream: string, loaded: LoadedStream<unknown>): void {
    this.streams.delete(stream);
    if (loaded.head === null) return;
    this.streams.set(stream, loaded);
    const [oldest] = this.streams.keys();
    if (this.streams.size > REMEMBERED && oldest !== undefined) this.streams.delete(oldest);
  }

  /** What was remembered turned out not to be what the store has. */
  forget(stream: string): void {
    this.streams.delete(stream);
  }

  private async loadWhole<S, E extends { type: string }>(folding: Folding<S, E>): Promise<LoadedStream<S>> {
    const { text, head } = await this.store.loadStream(folding.stream);
    const nothing = {
      state: folding.initial,
      head: null,
      time: undefined,
      commands: new Map<string, never>(),
    };
    return grown(nothing, envelopesIn({ text }), head, folding);
  }

  private async loadSince<S, E extends { type: string }>(
    known: LoadedStream<S>,
    revision: number,
    folding: Folding<S, E>,
  ): Promise<LoadedStream<S>> {
    const added = await this.store.readStream(folding.stream, { from: revision + 1 });
    const last = added.at(-1);
    return last ? grown(known, added.map(envelopeOf), last, folding) : known;
  }
}

/** The stream with these events at its end. */
export function grown<S, E extends { type: string }>(
  loaded: LoadedStream<S>,
  envelopes: readonly RecordedEnvelope[],
  head: LoadedStream<S>['head'],
  { evolve }: Pick<Folding<S, E>, 'evolve'>,
): LoadedStream<S> {
  const commands = new Map(loaded.commands);
  let { state, time } = loaded;
  for (const envelope of envelopes) {
    state = evolve(state, recordedOf<E>(envelope));
    ({ time } = envelope);
    commands.set(envelope.commandId, { hash: envelope.commandHash, revision: envelope.revision });
  }
  return { state, head, time, commands };
}
