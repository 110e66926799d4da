import { type TargetEvent } from '#domain/target';
import { type Form } from '#form';
import { comparedPartOf, comparisonKeysOf } from '#screening';
import { isTargetEvent } from '../folding/index.ts';
import type { StoredEvent } from '#event-store';
import { changing, eachEvent, idIn } from '../rows/index.ts';
import type { ProjectedEvent, Projection, Projector, ReadRows, Row, RowOperation } from '../rows/index.ts';
import { COMPARED } from './tables.ts';

/** What forms are compared with: all targets under their latest forms, without those that came to nothing. */
export const comparison: Projection = {
  name: 'comparison',
  version: 1,
  filter: {
    streamPrefixes: ['target-'],
    types: [
      'TargetDrafted',
      'FormRevised',
      'WordingAccepted',
      'TargetAbandoned',
      'TargetRejected',
      'TargetNotFunded',
    ],
  },
  tables: [COMPARED],
  begin: () => new ComparisonProjector(),
};

/** Whose form it is; fixed by the first draft. */
interface Head extends Row {
  target: string;
  campaign: string;
  year: number;
  kind: string;
  department: string;
  unit: string;
  unit_name: string;
  drafted_at: string;
}

const MOST_REMEMBERED = 20_000;
const ENDS: ReadonlySet<string> = new Set(['TargetAbandoned', 'TargetRejected', 'TargetNotFunded']);

class ComparisonProjector implements Projector {
  private readonly heads = new Map<string, Head>();

  async recall(events: readonly StoredEvent[], read: ReadRows): Promise<void> {
    if (this.heads.size > MOST_REMEMBERED) this.heads.clear();
    const later = events.filter(({ revision }) => revision > 0).map(({ stream }) => idIn(stream));
    const unknown = [...new Set(later)].filter((id) => !this.heads.has(id));
    if (unknown.length === 0) return;
    const text = `select target, campaign, year, kind, department, unit, unit_name, drafted_at from {schema}.form
      where target = any($1::uuid[])`;
    for (const row of await read<Head>(text, [unknown])) this.heads.set(row.target, row);
  }

  project(events: readonly StoredEvent[]): RowOperation[] {
    const forms = new Map<string, Form>();
    const gone = new Set<string>();
    eachEvent(events, (event) => {
      if (!isTargetEvent(event)) return;
      if (ENDS.has(event.event.type)) gone.add(event.id);
      if (event.event.type === 'TargetDrafted')
        this.heads.set(event.id, headOf({ ...event, event: event.event }));
      if ('form' in event.event) forms.set(event.id, event.event.form);
    });
    const rows = [...forms].filter(([id]) => !gone.has(id)).map(([id, form]) => this.rowOf(id, form));
    return changing([
      { kind: 'upsert', table: COMPARED, rows },
      { kind: 'delete', table: COMPARED, column: 'target', values: [...gone] },
    ]);
  }

  private rowOf(id: string, form: Form): Row {
    const head = this.heads.get(id);
    if (head === undefined) throw new Error(`The draft of target ${id} is missing.`);
    return { ...head, code: form.code, ...comparisonKeysOf(form), part: comparedPartOf(form) };
  }
}

type Drafted = Extract<TargetEvent, { type: 'TargetDrafted' }>;

function headOf({ id, time, event }: ProjectedEvent<Drafted>): Head {
  const { campaignId, fiscalYear, department, unit, form } = event;
  return {
    target: id,
    campaign: campaignId,
    year: fiscalYear,
    kind: form.kind,
    department: department.code,
    unit: unit.code,
    unit_name: unit.name,
    drafted_at: time,
  };
}
