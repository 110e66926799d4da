import { checkForm, type FormInput, type FormKind, type RowList } from '#form';
import { placeOf } from '../grid.ts';
import type { ImportedForm, PaperOpinion, UnrecognisedText, ValuePlace } from '../imported-form.ts';
import type { MoneyUnit } from './amounts.ts';
import type { PlacedCell, Row } from './rows.ts';

type Fields = Record<string, unknown>;
const PREFIX: Readonly<Record<RowList, string>> = {
  indicators: 'i',
  budgetItems: 'b',
  paymentPlan: 'p',
  schedule: 's',
  goals: 'g',
};

/** A form being read: its values with their places, and which cells have been understood. */
export class FormDraft {
  readonly opinions: PaperOpinion[] = [];
  /** What the paper says its amounts are in. */
  moneyUnit: MoneyUnit = '万元';
  private readonly fields: Fields;
  private readonly places: Record<string, ValuePlace> = {};
  private readonly used = new Set<PlacedCell>();
  private readonly rejected: UnrecognisedText[] = [];

  constructor(readonly kind: FormKind) {
    this.fields = { kind };
  }

  /** The cell is part of the paper's own print, or its value has been taken. */
  use(cell: PlacedCell): void {
    this.used.add(cell);
  }

  isUsed(cell: PlacedCell): boolean {
    return this.used.has(cell);
  }

  has(path: string): boolean {
    return this.get(path) !== undefined;
  }

  get(path: string): unknown {
    let value: unknown = this.fields;
    for (const part of path.split('/').slice(1)) value = (value as Fields | undefined)?.[part];
    return value;
  }

  /** Puts a value at a path such as `/funding/thisYear/total`; a second, different value is not understood. */
  set(path: string, value: string | number | undefined, cell: PlacedCell, confidence = 1): void {
    if (value === undefined || value === '') return;
    const before = this.get(path);
    if (before !== undefined && before !== value) return;
    this.use(cell);
    if (before !== undefined) return;
    const parts = path.split('/').slice(1);
    const last = parts.pop() ?? '';
    let target = this.fields;
    for (const part of parts) target = (target[part] ??= {}) as Fields;
    target[last] = value;
    this.place(path, cell, confidence);
  }

  /** Takes what this form lacks from the form above: its cells are merged over both. */
  inherit(paths: readonly string[], above: FormDraft): void {
    for (const path of paths) {
      const place = above.places[path];
      const value = above.get(path);
      if (place === undefined || this.has(path) || typeof value !== 'string') continue;
      this.set(path, value, { ...place, rowSpan: 1, columnSpan: 1 }, 0.8);
    }
  }

  /** Adds a row to a list and returns its path, `/goals/g2`. */
  addRow(list: RowList, values: Fields): string {
    const rows = (this.fields[list] ??= []) as Fields[];
    const id = `${PREFIX[list]}${rows.length + 1}`;
    rows.push({ id, ...values });
    return `/${list}/${id}`;
  }

  /** Changes or adds a field of a row that stands already: `/indicators/i3/basis`. */
  amend(path: string, value: string, cell: PlacedCell): void {
    const [, list = '', id, field = ''] = path.split('/');
    const rows = this.fields[list] as Fields[] | undefined;
    const row = rows?.find((candidate) => candidate['id'] === id);
    if (!row) return;
    row[field] = value;
    if (this.places[path]) this.use(cell);
    else this.place(path, cell, 0.8);
  }

  /** Says where the value at a path came from, and that the cell has been understood. */
  place(path: string, cell: PlacedCell, confidence = 1): void {
    this.use(cell);
    const { table, row, column, text } = cell;
    this.places[path] = { table, row, column, text, confidence };
  }

  reject(cell: PlacedCell, text = cell.text): void {
    this.use(cell);
    this.rejected.push({ where: placeOf(cell.table, cell), text });
  }

  /** The finished form; every cell of `rows` that nobody understood is listed, in document order. */
  finish(rows: readonly Row[]): ImportedForm {
    const form = this.checked();
    const left = rows.flatMap((row) => row.cells.filter((cell) => !this.used.has(cell)));
    const unrecognised = [
      ...this.rejected,
      ...left.map((cell) => ({ where: placeOf(cell.table, cell), text: cell.text })),
    ];
    return { form, opinions: this.opinions, places: this.places, unrecognised };
  }

  /** What does not fit the form's schema (a text over its limit) leaves it and is listed instead. */
  private checked(): FormInput {
    for (;;) {
      const result = checkForm(this.fields);
      if ('form' in result) return result.form;
      for (const { path } of result.issues) this.expel(path);
    }
  }

  private expel(path: string): void {
    const parts = path.split('/').slice(1);
    const last = parts.pop() ?? '';
    let target: unknown = this.fields;
    for (const part of parts)
      target = Array.isArray(target)
        ? target.find((row: { id?: string }) => row.id === part)
        : (target as Fields)[part];
    const place = this.places[path];
    const { [last]: value } = target as Fields;
    const text = place?.text ?? JSON.stringify(value);
    this.rejected.push({ where: place ? placeOf(place.table, place) : path, text });
    Reflect.deleteProperty(target as Fields, last);
    Reflect.deleteProperty(this.places, path);
  }
}
