import { evolve, NONE, type Target, type TargetEvent } from '#domain/target';
import type { ProjectedEvent, ReadRows, Row } from '../rows/index.ts';
import { keptOf, restored, stripped, type Kept } from './kept.ts';

/** A target as a projection folds it: the domain's state, and what else the projection counts along the way. */
export interface Folded<Facts> {
  target: Target;
  revision: number;
  facts: Facts;
}

interface KeptRow<Facts> extends Row {
  id: string;
  fold: { target: Kept; revision: number; facts: Facts };
}

const MOST_IN_MEMORY = 20_000;

export const isTargetEvent = (event: ProjectedEvent): event is ProjectedEvent<TargetEvent> =>
  event.stream.startsWith('target-');

/** The targets that a projection is folding, in memory as far as they go and in the column `fold` of its table. */
export class TargetFolds<Facts> {
  private readonly memory = new Map<string, Folded<Facts>>();

  constructor(
    /** The table that keeps them by `id`. */
    private readonly table: string,
    private readonly noFacts: Facts,
  ) {}

  async recall(events: readonly ProjectedEvent[], read: ReadRows): Promise<void> {
    this.trim();
    const begun = new Set<string>();
    const wanted = new Set<string>();
    for (const { id, revision } of events.filter(isTargetEvent)) {
      if (revision === 0) begun.add(id);
      else if (!begun.has(id) && !this.memory.has(id)) wanted.add(id);
    }
    if (wanted.size === 0) return;
    const text = `select id, fold from {schema}.${this.table} where id = any($1::uuid[])`;
    this.hold(await read<KeptRow<Facts>>(text, [[...wanted]]));
  }

  hold(rows: readonly KeptRow<Facts>[]): void {
    for (const { id, fold } of rows) this.memory.set(id, { ...fold, target: restored(fold.target) });
  }

  /**
   * The target after the event, its form included where the event brought one.
   * @throws Error where the event is not the next of its stream
   */
  after(event: ProjectedEvent<TargetEvent>): Folded<Facts> {
    const before = this.memory.get(event.id) ?? { target: NONE, revision: -1, facts: this.noFacts };
    if (event.revision !== before.revision + 1)
      throw new Error(`Event ${event.revision} of ${event.stream} does not follow ${before.revision}.`);
    return { ...before, target: evolve(before.target, event), revision: event.revision };
  }

  before(id: string): Target {
    return this.memory.get(id)?.target ?? NONE;
  }

  /** Remembers the target for the events to come, and gives what its row has to keep of it. */
  keep(id: string, folded: Folded<Facts>): void {
    // Written last = forgotten last.
    this.memory.delete(id);
    this.memory.set(id, { ...folded, target: stripped(folded.target) });
  }

  of(id: string): Folded<Facts> | undefined {
    return this.memory.get(id);
  }

  private trim(): void {
    for (const id of this.memory.keys()) {
      if (this.memory.size <= MOST_IN_MEMORY) return;
      this.memory.delete(id);
    }
  }
}

/** For the column `fold`. */
export const foldOf = <Facts>({ target, revision, facts }: Folded<Facts>): KeptRow<Facts>['fold'] => ({
  target: keptOf(target),
  revision,
  facts,
});
