import { type Target, type TargetEvent } from '#domain/target';
import { isTargetEvent, TargetFolds } from '../folding/index.ts';
import { gramsOf } from '../rows/grams.ts';
import type { StoredEvent } from '#event-store';
import { changing, eachEvent } from '../rows/index.ts';
import type { ProjectedEvent, Projection, Projector, ReadRows, Row, RowOperation } from '../rows/index.ts';
import { count, NO_FACTS, rowOf, searchTextOf, type TargetFacts } from './row.ts';
import { TARGETS, TEXTS } from './table.ts';

/** 目标清单: one row a target, folded by the domain's own `evolve`. */
export const targetList: Projection = {
  name: 'target-list',
  version: 1,
  filter: { streamPrefixes: ['target-'] },
  tables: [TARGETS, TEXTS],
  begin: () => new TargetListProjector(),
};

const MOST_TEXTS = 5_000;

class TargetListProjector implements Projector {
  private readonly folds = new TargetFolds<TargetFacts>(TARGETS.name, NO_FACTS);
  /** Searchable texts as last written: most revisions change figures only, and the index on pairs is dear. */
  private readonly texts = new Map<string, string>();

  recall(events: readonly StoredEvent[], read: ReadRows): Promise<void> {
    return this.folds.recall(events, read);
  }

  project(events: readonly StoredEvent[]): RowOperation[] {
    if (this.texts.size > MOST_TEXTS) this.texts.clear();
    const texts = new Map<string, Row>();
    const touched = new Set<string>();
    eachEvent(events, (event) => {
      if (!isTargetEvent(event)) return;
      const { before, folded } = this.folds.take(event);
      count(folded.facts, event, before, folded.target);
      touched.add(event.id);
      const text = this.newTextOf(event, folded.target);
      if (text !== null) texts.set(event.id, { id: event.id, text, grams: gramsOf(text) });
    });
    const rows = [...touched].map((id) => rowOf(id, this.folds.settled(id)));
    return changing([
      { kind: 'upsert', table: TARGETS, rows },
      { kind: 'upsert', table: TEXTS, rows: [...texts.values()] },
    ]);
  }

  private newTextOf({ id, event }: ProjectedEvent<TargetEvent>, { unit }: Target): string | null {
    if (!('form' in event)) return null;
    const text = searchTextOf(event.form, unit.name);
    if (this.texts.get(id) === text) return null;
    this.texts.set(id, text);
    return text;
  }
}
