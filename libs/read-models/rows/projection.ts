import { envelopeOf, recordedOf } from '#application';
import { type Recorded } from '#domain';
import { type Filter, type Position, type StoredEvent } from '#event-store';
import { type Row, type RowOperation, type Table } from './table.ts';

/** An event as projections take it; `id` is the part of the stream's name after its prefix. */
export interface ProjectedEvent<E extends { type: string } = { type: string }> extends Recorded<E> {
  stream: string;
  id: string;
}

/** The part of a stream's name after its prefix. */
export const idIn = (stream: string): string => stream.slice(stream.indexOf('-') + 1);

/** Reads rows of the projection's own tables; `{schema}` in the text stands for where they are. */
export type ReadRows = <R extends Row>(text: string, values: readonly unknown[]) => Promise<R[]>;

/** What one process knows of a projection between batches. Thrown away whenever somebody else wrote the rows. */
export interface Projector {
  /** Fetches what the rows of these events depend on and memory does not hold. */
  recall(events: readonly StoredEvent[], read: ReadRows): Promise<void>;
  /** The batch as changes of rows; looks at events and memory only. @throws PoisonousEvent */
  project(events: readonly StoredEvent[]): RowOperation[];
}

export interface Projection {
  /** As `mubiao rebuild` names it. */
  name: string;
  /** Counts up when the same tables are filled in another way. */
  version: number;
  filter: Filter;
  tables: readonly Table[];
  begin(): Projector;
}

/** An event that a projection cannot take. Carries no data of the event, which may be personal. */
export class PoisonousEvent extends Error {
  override readonly name = 'PoisonousEvent';

  constructor(
    readonly event: { position: Position; eventId: string },
    override readonly cause: unknown,
  ) {
    super(cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause));
  }
}

/**
 * Reads the events one after the other and calls `use` with each, so that none is held longer than it takes.
 * @throws PoisonousEvent for what `use` throws, a body that is no envelope, or a version that this program does not know
 */
export function eachEvent(events: readonly StoredEvent[], use: (event: ProjectedEvent) => void): void {
  for (const stored of events) {
    try {
      const { event, actor, time } = recordedOf(envelopeOf(stored));
      const { stream, revision } = stored;
      use({ event, actor, time, revision, stream, id: idIn(stream) });
    } catch (error) {
      throw new PoisonousEvent({ position: stored.position, eventId: stored.id }, error);
    }
  }
}
