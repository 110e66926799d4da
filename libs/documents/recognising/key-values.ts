import { compact, isTitle, yearIn } from '../titles.ts';
import { moneyUnitIn } from './amounts.ts';
import { setField } from './field-values.ts';
import type { FormDraft } from './form-draft.ts';
import { isLevel } from './indicator-levels.ts';
import { bareLabel, labelOf, type FieldLabel } from './labels.ts';
import type { PlacedCell, Row } from './rows.ts';

interface Pending {
  field: FieldLabel;
  cell: PlacedCell;
  confidence: number;
}
const PERSONS: ReadonlySet<FieldLabel> = new Set(['head', 'contact', 'unitHead'] as const);
/** Parts of a sum: under 中期资金总额 they are of the whole period, which a form of one year has no place for. */
const PARTS: ReadonlySet<FieldLabel> = new Set(['fiscal', 'other'] as const);
const INLINE = /^(?:其中[:：]\s*)?(.{2,24}?)[:：]\s*([^]*)$/;
/** Fields whose value may stand in several cells, or go on in rows without a label of their own. */
const MANY: ReadonlySet<FieldLabel> = new Set(['attribute', 'category'] as const);

/** Reads rows of labels with their values beside them; remembers what a row without labels goes on with. */
export class KeyValues {
  private person: FieldLabel = 'contact';
  private section = '';
  private periodColumn: number | undefined;
  private carried: FieldLabel | undefined;

  constructor(private readonly draft: FormDraft) {}

  take(row: Row): void {
    if (row.table === 0) this.takeText(row);
    else this.takeCells(row.cells);
  }

  private takeCells(cells: readonly PlacedCell[]): void {
    let pending: Pending | undefined;
    const values: PlacedCell[] = [];
    for (const cell of cells) {
      const label = labelOf(cell.text);
      if (label === undefined) {
        values.push(cell);
        continue;
      }
      this.give(pending, values.splice(0));
      this.draft.use(cell);
      pending = undefined;
      if (label.field === 'section') this.enter(cell);
      else pending = { field: label.field, cell, confidence: label.confidence };
    }
    this.give(pending, values);
    if (pending) this.carried = pending.field;
  }

  private enter(heading: PlacedCell): void {
    this.section = bareLabel(heading.text);
    this.draft.moneyUnit = moneyUnitIn(heading.text) ?? this.draft.moneyUnit;
  }

  /** Hands the cells after a label to it; cells before any label go on with the row above or name themselves. */
  private give(pending: Pending | undefined, cells: readonly PlacedCell[]): void {
    const [first, ...others] = cells;
    if (first === undefined) return;
    if (pending && MANY.has(pending.field)) this.giveAll(pending, first, others);
    else if (pending) this.giveFirst(pending, first, others);
    else {
      const inline = cells.filter((cell) => this.takeInline(cell));
      if (inline.length === 0 && others.length === 0) this.goOn(first);
    }
  }

  private giveAll({ field, cell: label, confidence }: Pending, cell: PlacedCell, others: PlacedCell[]): void {
    const text = [cell, ...others].map((each) => each.text).join(' ');
    this.set(field, label.text, { cell, text, confidence });
    if (this.draft.isUsed(cell)) others.forEach((other) => this.draft.use(other));
  }

  private giveFirst(
    { field, cell: label, confidence }: Pending,
    cell: PlacedCell,
    others: PlacedCell[],
  ): void {
    others.forEach((other) => this.takeInline(other));
    if (field === 'periodBudget') this.periodColumn = label.column;
    if (PARTS.has(field) && label.column === this.periodColumn) return;
    this.set(field, label.text, { cell, text: cell.text, confidence });
  }

  private set(
    field: FieldLabel,
    label: string,
    value: { cell: PlacedCell; text: string; confidence: number },
  ): void {
    if (PERSONS.has(field)) this.person = field;
    if (PERSONS.has(field) && /电话|方式/.test(label)) this.setPerson(field, value);
    else if (field === 'phone') this.draft.set(`/${this.person}/phone`, value.text.trim(), value.cell);
    else setField(this.draft, { field, label, ...value });
  }

  /** 项目负责人及电话 | 张三 13800000000: the name, and the digits behind it. */
  private setPerson(field: FieldLabel, { cell, text }: { cell: PlacedCell; text: string }): void {
    const [, name = '', phone = ''] = /^(\D*?)[\s,，、/:：]*(\d[\d\s-]*)?$/.exec(text.trim()) ?? [];
    this.draft.set(`/${field}/name`, name.trim(), cell);
    this.draft.set(`/${field}/phone`, phone.trim(), cell);
  }

  /** A row without labels: another goal, or the use of funds below 预算规模及资金用途. */
  private goOn(cell: PlacedCell): void {
    if (isLevel(cell.text)) return;
    const isPurpose = /用途/.test(this.section) && !this.draft.has('/purpose');
    const field = isPurpose ? 'purpose' : this.carried === 'goals' ? 'goals' : undefined;
    if (field) this.set(field, '', { cell, text: cell.text, confidence: 0.8 });
  }

  /** A cell or line that holds label and value: 填报单位（盖章）：县政府办公室 单位负责人：张三 */
  private takeInline(cell: PlacedCell): boolean {
    let isTaken = false;
    for (const part of cell.text.split(/\s{2,}|\u3000+|\t/)) {
      const [whole = '', words = '', value = ''] = INLINE.exec(part.trim()) ?? [];
      const label = whole === '' ? undefined : labelOf(words);
      if (label === undefined || label.field === 'section') continue;
      isTaken = true;
      this.draft.use(cell);
      if (value.trim() !== '')
        this.set(label.field, words, { cell, text: value, confidence: label.confidence });
    }
    return isTaken;
  }

  /** Text around the table: the title with the year, the lines for unit and head, the note on the unit of money. */
  private takeText({ cells: [cell] }: Row): void {
    if (cell === undefined) return;
    if (!takeTitle(this.draft, cell)) this.takeInline(cell);
  }
}

/** Takes a title (and the year in it), 单位：万元 or 附件2; false when the cell is none of them. */
export function takeTitle(draft: FormDraft, cell: PlacedCell): boolean {
  if (isTitle(cell.text)) {
    const year = yearIn(cell.text);
    draft.set('/fiscalYear', year, cell, 1);
    draft.use(cell);
    return true;
  }
  const text = compact(cell.text);
  const year = /^\(?((?:19|20)\d{2})年度?\)?$/.exec(text)?.[1];
  if (year !== undefined) draft.set('/fiscalYear', Number(year), cell);
  draft.moneyUnit = moneyUnitIn(text) ?? draft.moneyUnit;
  const isPrint = /^\(?(?:金额)?单位:(?:人民币)?(?:万元|元)\)?$|^附[件表]?\d*(?:-\d+)*:?$/.test(text);
  if (isPrint) draft.use(cell);
  return isPrint || year !== undefined;
}
