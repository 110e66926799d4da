import { envelopeOf, recordedOf } from '#application';
import { type Recorded } from '#domain';
import { type Filter, type Position, type StoredEvent } from '#event-store';
import { type Row, type RowOperation, type Table } from './table.ts';

/** An event as projections take it; `id` is the part of the stream's name after its prefix. */
export interface ProjectedEvent<E extends { type: string } = { type: string }> extends Recorded<E> {
  stream: string;
  id: string;
  eventId: string;
  position: Position;
}

/** Reads rows of the projection's own tables; `{schema}` in the text stands for where they are. */
export type ReadRows = <R extends Row>(text: string, values: readonly unknown[]) => Promise<R[]>;

/** What one process knows of a projection between batches. Thrown away whenever somebody else wrote the rows. */
export interface Projector {
  /** Fetches what the rows of these events depend on and memory does not hold. */
  recall(events: readonly ProjectedEvent[], read: ReadRows): Promise<void>;
  /** The batch as changes of rows; looks at events and memory only. @throws PoisonousEvent */
  project(events: readonly ProjectedEvent[]): RowOperation[];
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

/** Calls `use` for each event in turn, naming the one that fails. @throws PoisonousEvent */
export function eachEvent<E extends ProjectedEvent>(events: readonly E[], use: (event: E) => void): void {
  for (const event of events) {
    try {
      use(event);
    } catch (error) {
      throw new PoisonousEvent(event, error);
    }
  }
}

/** @throws PoisonousEvent for a body that is no envelope, or an event of a version that this program does not know */
export function projectedEvents(stored: readonly StoredEvent[]): ProjectedEvent[] {
  return stored.map((event) => {
    const { stream, position, revision } = event;
    try {
      const recorded = recordedOf(envelopeOf(event));
      const id = stream.slice(stream.indexOf('-') + 1);
      return { ...recorded, revision, stream, id, eventId: event.id, position };
    } catch (error) {
      throw new PoisonousEvent({ position, eventId: event.id }, error);
    }
  });
}
