import { evolve, NONE, type Target, type TargetEvent } from '#domain/target';
import type { StoredEvent } from '#event-store';
import { idIn } from '../rows/index.ts';
import type { ProjectedEvent, ReadRows, Row } from '../rows/index.ts';
import { keptOf, restored, stripped, type Kept } from './kept.ts';

/** A target as a projection folds it: the domain's state, and what else the projection counts along the way. Changes in place. */
export interface Folded<Facts> {
  target: Target;
  revision: number;
  facts: Facts;
}

interface KeptRow<Facts> extends Row {
  id: string;
  fold: { target: Kept; revision: number; facts: Facts };
}

const TARGET = 'target-';
const MOST_IN_MEMORY = 20_000;

export const isTargetEvent = (event: ProjectedEvent): event is ProjectedEvent<TargetEvent> =>
  event.stream.startsWith(TARGET);

/** The targets that a projection is folding, in memory as far as they go and in the column `fold` of its table. */
export class TargetFolds<Facts extends object> {
  private readonly memory = new Map<string, Folded<Facts>>();

  constructor(
    /** The table that keeps them by `id`. */
    private readonly table: string,
    private readonly noFacts: Facts,
  ) {}

  async recall(events: readonly StoredEvent[], read: ReadRows): Promise<void> {
    this.trim();
    const begun = new Set<string>();
    const wanted = new Set<string>();
    for (const { stream, revision } of events) {
      if (!stream.startsWith(TARGET)) continue;
      const id = idIn(stream);
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
   * Folds the event; answers the target as it was before, and where the projection keeps its facts up.
   * @throws Error where the event is not the next of its stream
   */
  take(event: ProjectedEvent<TargetEvent>): { before: Target; folded: Folded<Facts> } {
    const folded = this.memory.get(event.id) ?? this.begin(event.id);
    if (event.revision !== folded.revision + 1)
      throw new Error(`Event ${event.revision} of ${event.stream} does not follow ${folded.revision}.`);
    const before = folded.target;
    folded.target = evolve(before, event);
    folded.revision = event.revision;
    return { before, folded };
  }

  /** At the end of a batch: the target without what only its last event needed. */
  settled(id: string): Folded<Facts> {
    const folded = this.memory.get(id);
    if (folded === undefined) throw new Error(`Target ${id} was touched but not folded.`);
    const kept = { ...folded, target: stripped(folded.target) };
    // Written last = forgotten last.
    this.memory.delete(id);
    this.memory.set(id, kept);
    return kept;
  }

  private begin(id: string): Folded<Facts> {
    const folded = { target: NONE, revision: -1, facts: { ...this.noFacts } };
    this.memory.set(id, folded);
    return folded;
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
