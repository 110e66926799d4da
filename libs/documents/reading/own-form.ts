import type { FormKind } from '#form';
import type { Cell, CellField } from '../grid.ts';
import type { PaperOpinion, ValuePlace } from '../imported-form.ts';
import { attributeOf, categoryOf } from '../recognising/choices.ts';
import { readOpinion } from '../recognising/opinions.ts';
import { untilOf } from '../recognising/plan-tables.ts';
import { compact } from '../titles.ts';
import { dateFrom, periodFrom, VERBATIM } from '../writing/field-text.ts';
import { BY_PLACE } from '../writing/row-keys.ts';

/** A cell of one of our own papers, with the table that it stands in. */
export type OwnCell = Cell & { table: number };

type Fields = Record<string, unknown>;
type Lists = Record<string, Map<string, Fields>>;
/** Where the rows of indicators stand: their levels reach over several. */
interface Line {
  key: string;
  table: number;
  row: number;
}
const LEVEL = /^\/indicators\/[^/]+\/level[12]$/;
/** Figures that a person may write with spaces around and commas inside. */
const FIGURE =
  /^\/(?:funding\/(?:this|last)Year|income|expenditure|threePublic|staffing)\/|\/(?:amount|weight|percent|lastYear|thisYear)$/;

/** One of our own forms, put together from what its cells say they hold. */
export class OwnForm {
  isContradictory = false;
  private readonly fields: Fields;
  private readonly lists: Lists = {};
  private readonly places: Record<string, ValuePlace> = {};
  private readonly opinions: PaperOpinion[] = [];
  private readonly lines: Line[] = [];
  private readonly levels: { cell: OwnCell; holds: CellField }[] = [];

  constructor(kind: FormKind, title: OwnCell) {
    this.fields = { kind };
    const year = /^(\d{4})年度/.exec(compact(title.text))?.[1];
    if (year !== undefined) this.put('/fiscalYear', Number(year), title);
  }

  take(cell: OwnCell, holds: CellField): void {
    const [, list = '', key = '', stage] = holds.path.split('/');
    if (list === 'opinions') this.takeOpinion(stage ?? key, holds.text);
    else if (LEVEL.test(holds.path)) this.levels.push({ cell, holds });
    else this.takeField(cell, holds);
    if (list === 'indicators' && holds.path.endsWith('/name'))
      this.lines.push({ key, table: cell.table, row: cell.row });
  }

  finish(): { fields: Fields; opinions: PaperOpinion[]; places: Record<string, ValuePlace> } {
    for (const { cell, holds } of this.levels) this.takeLevel(cell, holds);
    this.dropPrintedPlan();
    for (const [list, rows] of Object.entries(this.lists)) {
      const filled = [...rows.values()].filter((row) => Object.keys(row).some((field) => field !== 'id'));
      if (filled.length > 0) this.fields[list] = filled;
    }
    return { fields: this.fields, opinions: this.opinions, places: this.places };
  }

  /** The ends of quarters that a template has printed are no plan until somebody writes a percentage under one. */
  private dropPrintedPlan(): void {
    const rows = [...(this.lists['paymentPlan'] ?? [])];
    const isPrint = rows.every(([key, row]) => key.startsWith(BY_PLACE) && row['percent'] === undefined);
    if (rows.length === 0 || !isPrint) return;
    delete this.lists['paymentPlan'];
    for (const [key] of rows) Reflect.deleteProperty(this.places, publicPath(`/paymentPlan/${key}/until`));
  }

  private takeField(cell: OwnCell, { path, text }: CellField): void {
    const isRow = /^\/(?:indicators|goals|budgetItems|paymentPlan|schedule|attachments)\/[^/]+\//.test(path);
    if (isRow) this.rowAt(path);
    if (text.trim() === '') return;
    for (const [at, value] of this.valuesOf(path, text)) this.put(at, value, cell);
  }

  /** What a cell says of the form: most often one field, a span two. */
  private valuesOf(path: string, text: string): (readonly [string, string | undefined])[] {
    if (path.endsWith(VERBATIM)) return [[path.slice(0, -1), text]];
    if (/^\/(?:period|implementationPeriod)$/.test(path))
      return Object.entries(periodFrom(text)).map(([end, date]) => [`${path}/${end}`, date] as const);
    return [[path, this.valueOf(path, text)]];
  }

  private valueOf(path: string, text: string): string | undefined {
    if (path === '/attribute') return attributeOf(text);
    if (path === '/category') return categoryOf(text);
    if (path.endsWith('/until')) return untilOf(text) ?? text;
    if (/^\/schedule\/[^/]+\/(?:from|to)$/.test(path)) return dateFrom(text);
    return FIGURE.test(path) ? text.trim().replaceAll(',', '') : text;
  }

  private takeLevel(cell: OwnCell, { path, text }: CellField): void {
    if (text.trim() === '') return;
    const field = path.slice(path.lastIndexOf('/') + 1);
    const isBeside = ({ table, row }: Line): boolean =>
      table === cell.table && row >= cell.row && row < cell.row + cell.rowSpan;
    for (const { key } of this.lines.filter(isBeside)) this.put(`/indicators/${key}/${field}`, text, cell);
  }

  private takeOpinion(stage: string, text: string): void {
    const opinion = readOpinion(stage, text);
    if (opinion) this.opinions.push(opinion);
  }

  private put(path: string, value: string | number | undefined, cell: OwnCell): void {
    if (value === undefined) return;
    const row = this.rowAt(path);
    const parts = path.split('/').slice(row ? 3 : 1);
    const last = parts.at(-1) ?? '';
    const target = parts.every((part) => FIELD_NAME.test(part))
      ? innermost(row ?? this.fields, parts.slice(0, -1))
      : undefined;
    if (!target || (Object.hasOwn(target, last) && target[last] !== value)) {
      this.isContradictory = true;
      return;
    }
    target[last] = value;
    const { table, row: line, column, text } = cell;
    this.places[publicPath(path)] = { table, row: line, column, text, confidence: 1 };
  }

  /** The row of a list that a path leads into, made where it is not there yet. */
  private rowAt(path: string): Fields | undefined {
    const [, list = '', key = '', field] = path.split('/');
    if (!ROW_LISTS.has(list) || field === undefined) return undefined;
    const rows = (this.lists[list] ??= new Map<string, Fields>());
    const row = rows.get(key) ?? (list === 'attachments' ? {} : { id: idOf(list, key) });
    rows.set(key, row);
    return row;
  }
}

/** A field's path with the id of its row, where the paper only says which row it is. */
export function publicPath(path: string): string {
  const [, list = '', key = '', field] = path.split('/');
  return ROW_LISTS.has(list) && field !== undefined ? `/${list}/${idOf(list, key)}/${field}` : path;
}

/** The object that a path leads to, made where it is not there yet; undefined where a value stands in the way. */
function innermost(fields: Fields, parts: readonly string[]): Fields | undefined {
  let target = fields;
  for (const part of parts) {
    const inner = Object.hasOwn(target, part) ? target[part] : {};
    if (typeof inner !== 'object' || inner === null) return undefined;
    target = target[part] = inner as Fields;
  }
  return target;
}

/** A path comes out of a file: whatever else it says is no field. */
const FIELD_NAME = /^[A-Za-z][A-Za-z0-9]*$/;

const ROW_LISTS: ReadonlySet<string> = new Set([
  'indicators',
  'goals',
  'budgetItems',
  'paymentPlan',
  'schedule',
  'attachments',
]);

/** A row that is only known by its place gets the id that an importer would give it. */
const idOf = (list: string, key: string): string =>
  key.startsWith(BY_PLACE) ? `${list.charAt(0)}${key.slice(1)}` : key;
