import { type TargetEvent } from '#domain/target';
import { isTargetEvent, TargetFolds } from '../folding/index.ts';
import { gramsOf } from '../rows/grams.ts';
import { eachEvent } from '../rows/index.ts';
import type { ProjectedEvent, Projection, Projector, ReadRows, Row, RowOperation } from '../rows/index.ts';
import { countedIn, NO_FACTS, rowOf, searchTextOf, type TargetFacts } from './row.ts';
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

  recall(events: readonly ProjectedEvent[], read: ReadRows): Promise<void> {
    return this.folds.recall(events, read);
  }

  project(events: readonly ProjectedEvent[]): RowOperation[] {
    if (this.texts.size > MOST_TEXTS) this.texts.clear();
    const texts = new Map<string, Row>();
    const touched = new Set<string>();
    eachEvent(events.filter(isTargetEvent), (event) => {
      this.fold(event);
      touched.add(event.id);
      const text = this.newTextOf(event);
      if (text !== null) texts.set(event.id, { id: event.id, text, grams: gramsOf(text) });
    });
    const rows = [...touched].map((id) => this.rowOf(id));
    const changes: RowOperation[] = [
      { kind: 'upsert', table: TARGETS, rows },
      { kind: 'upsert', table: TEXTS, rows: [...texts.values()] },
    ];
    return changes.filter((change) => change.kind === 'delete' || change.rows.length > 0);
  }

  private fold(event: ProjectedEvent<TargetEvent>): void {
    const before = this.folds.before(event.id);
    const folded = this.folds.after(event);
    const facts = countedIn(folded.facts, event, before, folded.target);
    this.folds.keep(event.id, { ...folded, facts });
  }

  private newTextOf({ id, event }: ProjectedEvent<TargetEvent>): string | null {
    if (!('form' in event)) return null;
    const text = searchTextOf(event.form, this.folds.before(id).unit.name);
    if (this.texts.get(id) === text) return null;
    this.texts.set(id, text);
    return text;
  }

  private rowOf(id: string): Row {
    const folded = this.folds.of(id);
    if (folded === undefined) throw new Error(`Target ${id} was touched but not folded.`);
    return rowOf(id, folded);
  }
}
