import type { IndicatorHeading } from '#form';
import { compact } from '../titles.ts';
import { underHeaders } from './column-match.ts';
import type { FormDraft } from './form-draft.ts';
import type { IndicatorColumn } from './indicator-header.ts';
import { isLevel, LevelMemory } from './indicator-levels.ts';
import { indicatorsOf, isNotApplicable, type IndicatorCells, type IndicatorFields } from './indicator-row.ts';
import { labelOf } from './labels.ts';
import type { PlacedCell, Row } from './rows.ts';

type Pair = readonly [IndicatorColumn, PlacedCell];
interface Reading {
  pairs: readonly Pair[];
  confidence: number;
}
interface Last {
  path: string;
  fields: IndicatorFields;
  cells: IndicatorCells;
}
const isLevelRole = (role: IndicatorHeading): boolean => role === 'level1' || role === 'level2';

/** The rows under one head of an indicator table; remembers the merged levels above and the last indicator. */
export class IndicatorTable {
  private readonly levels = new LevelMemory();
  private last: Last | undefined;
  private readonly width: number;

  constructor(
    private readonly draft: FormDraft,
    private readonly columns: readonly IndicatorColumn[],
    header: Row,
  ) {
    this.width = header.width;
  }

  /** Reads a row; false when it is no longer part of the table. */
  take(row: Row): boolean {
    const [first] = row.cells;
    if (row.table === 0 || first === undefined || this.isOther(first)) return false;
    const reading = this.read(row);
    if (reading === undefined) return false;
    for (const cell of this.levels.take(reading.pairs)) this.draft.use(cell);
    const year = cellsOf(reading.pairs, 'year');
    const period = cellsOf(reading.pairs, 'period');
    if (period.name !== undefined || period.value !== undefined) this.takeTwoSided(period, year);
    else this.takeOne(year, reading.confidence);
    return true;
  }

  /** A label left of the names heads another part of the form. */
  private isOther(cell: PlacedCell): boolean {
    const name = this.columns.find(({ role }) => role === 'name');
    return cell.column < (name?.column ?? 0) && !isLevel(cell.text) && labelOf(cell.text) !== undefined;
  }

  private read(row: Row): Reading | undefined {
    const isFull = row.width >= this.width;
    const direct = underHeaders(this.columns, row.cells, (pairs) => {
      const isShifted = pairs.some(([header, cell]) => header.column !== cell.column) || !isFull;
      return !isShifted || pairs.every(([{ role }, cell]) => !isLevelRole(role) || isLevel(cell.text));
    });
    if (direct) return { pairs: direct.pairs, confidence: direct.shift === 0 ? 1 : 0.8 };
    return this.readBehindLevels(row.cells);
  }

  /** A row that stands too far left: its levels are known by their words, the rest is matched from the name on. */
  private readBehindLevels(cells: readonly PlacedCell[]): Reading | undefined {
    const start = cells.findIndex((cell, at) => at >= 2 || !isLevel(cell.text));
    const levels = cells.slice(0, start === -1 ? cells.length : start);
    const rest = start === -1 ? [] : cells.slice(start);
    const columns = this.columns.filter(({ role, side }) => !isLevelRole(role) && side === 'year');
    if (levels.length === 0 || rest.length > columns.length) return undefined;
    const matched = underHeaders(columns, rest, (pairs) => pairs[0]?.[0].role === 'name');
    const pairs = matched?.pairs ?? inOrder(columns, rest);
    const level = this.columns.filter(({ role }) => isLevelRole(role));
    const heads = levels.length === 1 ? level.slice(-1) : level;
    return { pairs: [...inOrder(heads, levels), ...pairs], confidence: matched ? 0.8 : 0.5 };
  }

  private takeTwoSided(period: IndicatorCells, year: IndicatorCells): void {
    const periodCells: IndicatorCells = { ...period };
    delete periodCells.value;
    if (period.value) periodCells.periodValue = period.value;
    const isSame = year.name === undefined || compact(year.name.text) === compact(period.name?.text ?? '');
    if (period.name !== undefined && isSame) {
      if (year.name) this.draft.use(year.name);
      this.add({ ...periodCells, ...year, name: period.name }, 1);
      return;
    }
    if (period.name !== undefined) this.add(periodCells, 1);
    if (year.name !== undefined) this.add(year, 1);
  }

  private takeOne(cells: IndicatorCells, confidence: number): void {
    const held = Object.keys(cells).filter((role) => !isLevelRole(role as IndicatorHeading));
    if (held.length === 0 || this.isContinuation(cells)) return;
    if (isNotApplicable(cells) && cells.name) this.draft.reject(cells.name);
    else this.add(cells, confidence);
  }

  private add(cells: IndicatorCells, confidence: number): void {
    for (const fields of indicatorsOf(cells)) {
      const levels = this.levels.current();
      const texts = [...levels, ...fields].map(([field, { value }]) => [field, value] as const);
      const path = this.draft.addRow('indicators', Object.fromEntries(texts));
      for (const [field, { cell }] of fields) this.draft.place(`${path}/${field}`, cell, confidence);
      for (const [field, { cell, sure }] of levels)
        this.draft.place(`${path}/${field}`, cell, Math.min(sure, confidence));
      this.last = { path, fields, cells };
    }
    if (cells.unit) this.draft.use(cells.unit);
  }

  /** A cell broken over two rows: the rest of a name that its description repeats, or a field the row lacked. */
  private isContinuation(cells: IndicatorCells): boolean {
    if (!this.last || cells.level1 || cells.level2) return false;
    return cells.name ? this.endsName(this.last, cells.name, cells) : this.fillsGap(this.last, cells);
  }

  private endsName(last: Last, name: PlacedCell, cells: IndicatorCells): boolean {
    const before = last.fields.get('name');
    if (!before || Object.keys(cells).length > 1) return false;
    const joined = compact(before.value + name.text);
    const repeated = [last.fields.get('description'), last.fields.get('explanation')];
    if (!repeated.some((field) => field && compact(field.value) === joined)) return false;
    this.draft.amend(`${last.path}/name`, before.value + name.text.trim(), name);
    return true;
  }

  private fillsGap(last: Last, cells: IndicatorCells): boolean {
    if (Object.keys(cells).some((role) => Object.hasOwn(last.cells, role))) return false;
    Object.assign(last.cells, cells);
    const [fields] = indicatorsOf(cells);
    for (const [field, { value, cell }] of fields ?? [])
      this.draft.amend(`${last.path}/${field}`, value, cell);
    return true;
  }
}

function cellsOf(pairs: readonly Pair[], side: IndicatorColumn['side']): IndicatorCells {
  const cells: IndicatorCells = {};
  for (const [column, cell] of pairs) if (column.side === side) cells[column.role] = cell;
  return cells;
}

const inOrder = (columns: readonly IndicatorColumn[], cells: readonly PlacedCell[]): Pair[] =>
  columns.flatMap((column, at) => {
    const cell = cells[at];
    return cell ? [[column, cell] as const] : [];
  });
