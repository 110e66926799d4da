import { type Form, type Indicator } from '#form';
import { type TargetEvent } from '#domain/target';
import { isTargetEvent } from '../folding/index.ts';
import { gramsOf, normalised } from '../rows/grams.ts';
import type { StoredEvent } from '#event-store';
import { changing, eachEvent, idIn } from '../rows/index.ts';
import type { ProjectedEvent, Projection, Projector, ReadRows, Row, RowOperation } from '../rows/index.ts';
import { NAMES, SHEETS } from './tables.ts';

/** 指标库: the indicators of all targets as their latest forms have them; abandoned drafts are left out. */
export const indicatorLibrary: Projection = {
  name: 'indicator-library',
  version: 2,
  filter: {
    streamPrefixes: ['target-'],
    types: ['TargetDrafted', 'FormRevised', 'WordingAccepted', 'TargetAbandoned'],
  },
  tables: [SHEETS, NAMES],
  begin: () => new LibraryProjector(),
};

/** Whose indicators they are; fixed by the first draft. */
interface SheetHead extends Row {
  target: string;
  campaign: string;
  year: number;
  department: string;
  unit: string;
  unit_name: string;
  kind: string;
}

const MOST_REMEMBERED = 20_000;

class LibraryProjector implements Projector {
  private readonly heads = new Map<string, SheetHead>();
  /** Uses as last written, as text: most revisions leave them alone. */
  private readonly written = new Map<string, string>();
  private readonly names = new Set<string>();

  async recall(events: readonly StoredEvent[], read: ReadRows): Promise<void> {
    for (const memory of [this.heads, this.written, this.names])
      if (memory.size > MOST_REMEMBERED) memory.clear();
    const later = events.filter(({ revision }) => revision > 0).map(({ stream }) => idIn(stream));
    const unknown = later.filter((id) => !this.heads.has(id));
    if (unknown.length === 0) return;
    const text = `select target, campaign, year, department, unit, unit_name, kind from {schema}.sheet
      where target = any($1::uuid[])`;
    const rows = await read<SheetHead>(text, [[...new Set(unknown)]]);
    for (const row of rows) this.heads.set(row.target, row);
  }

  project(events: readonly StoredEvent[]): RowOperation[] {
    const sheets = new Map<string, Row>();
    const names = new Map<string, Row>();
    const gone = new Set<string>();
    eachEvent(events, (event) => {
      if (!isTargetEvent(event)) return;
      if (event.event.type === 'TargetAbandoned') gone.add(event.id);
      else this.take(event, sheets, names);
    });
    const kept = [...sheets].filter(([id]) => !gone.has(id)).map(([, row]) => row);
    return changing([
      { kind: 'upsert', table: SHEETS, rows: kept },
      { kind: 'upsert', table: NAMES, rows: [...names.values()] },
      { kind: 'delete', table: SHEETS, column: 'target', values: [...gone] },
    ]);
  }

  private take(
    { id, event }: ProjectedEvent<TargetEvent>,
    sheets: Map<string, Row>,
    names: Map<string, Row>,
  ): void {
    if (!('form' in event)) return;
    if (event.type === 'TargetDrafted') this.heads.set(id, headOf(id, event));
    const head = this.heads.get(id);
    if (head === undefined) throw new Error(`The draft of target ${id} is missing.`);
    const uses = usesOf(event.form);
    const text = JSON.stringify(uses);
    if (this.written.get(id) === text) return;
    this.written.set(id, text);
    const own = [...new Set(uses.map(({ name }) => normalised(name)))];
    sheets.set(id, { ...head, names: own, uses });
    for (const name of own.filter((each) => !this.names.has(each))) {
      this.names.add(name);
      names.set(name, { name, grams: gramsOf(name) });
    }
  }
}

function headOf(target: string, event: Extract<TargetEvent, { type: 'TargetDrafted' }>): SheetHead {
  const { campaignId, fiscalYear, department, unit, form } = event;
  return {
    target,
    campaign: campaignId,
    year: fiscalYear,
    department: department.code,
    unit: unit.code,
    unit_name: unit.name,
    kind: form.kind,
  };
}

/** An indicator as the library shows it; `number` where its value is one, so that a spread can be worked out. */
interface Use extends Pick<Indicator, 'level1' | 'level2' | 'operator' | 'value' | 'unit' | 'scoringRule'> {
  name: string;
  key: string;
  number?: string;
}

const usesOf = (form: Form): Use[] =>
  (form.indicators ?? []).flatMap(({ level1, level2, name, operator, value, unit, scoringRule }) =>
    name === undefined
      ? []
      : [
          {
            name,
            key: normalised(name),
            ...(level1 !== undefined && { level1 }),
            ...(level2 !== undefined && { level2 }),
            ...(operator !== undefined && { operator }),
            ...(value !== undefined && { value, ...numberIn(value) }),
            ...(unit !== undefined && { unit }),
            ...(scoringRule !== undefined && { scoringRule }),
          },
        ],
  );

const numberIn = (value: string): { number?: string } => {
  const plain = value.trim().replaceAll(',', '').replace(/%$/u, '');
  return /^-?\d{1,15}(\.\d{1,6})?$/.test(plain) ? { number: plain } : {};
};
