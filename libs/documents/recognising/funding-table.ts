import { compact } from '../titles.ts';
import { isNothing, moneyUnitIn, parseAmount } from './amounts.ts';
import { underHeaders, type Header } from './column-match.ts';
import { setAmount } from './field-values.ts';
import type { FormDraft } from './form-draft.ts';
import { labelOf } from './labels.ts';
import { inOneLine, type PlacedCell, type Row } from './rows.ts';

type Role = 'item' | 'lastYear' | 'thisYear' | 'estimate';
interface FundingColumn extends Header {
  role: Role;
}
const ROLES: readonly [Role, RegExp][] = [
  ['item', /^(?:支出)?(?:项目|明细|内容)$|^支出项目名称$|^(?:资金来源|支出明细|经济分类)$/],
  ['lastYear', /^(?:上年度?|上一年度?|\d{4}年度?)(?:已?安排|预算|实际)?(?:资金|预算|金额|数)*$/],
  ['thisYear', /^(?:本年度?|当年|\d{4}年度?)(?:申请|申报|预算|安排)?(?:资金|预算|金额|数)*$/],
  ['estimate', /^(?:测算|计算)(?:依据|标准)?.*$/],
];
const LEVELS = ['total', 'central', 'province', 'city', 'county', 'fiscal', 'other'] as const;
type Level = (typeof LEVELS)[number];
interface Reading {
  cells: ReadonlyMap<Role, PlacedCell>;
  confidence: number;
}
const ITEM_PRINT = /^[\d一二三四五六七八九十]{1,2}[、.．]?$|^[.…⋯]+$/;

const ITEM_NUMBER = /^(?:[(（]\d{1,2}[)）]|\d{1,2}[、.．)）](?!\d)|[一二三四五六七八九十]{1,2}、)\s*/;

/** Rows of amounts for last year and this year: by level of government, or item by item with how it was reckoned. */
export class FundingTable {
  private constructor(
    private readonly draft: FormDraft,
    private readonly columns: readonly FundingColumn[],
    private readonly isItems: boolean,
  ) {}

  /** The table that a head row opens (项目 | 上年度安排资金 | 本年度申请资金 | …); undefined for any other row. */
  static openedBy(row: Row, draft: FormDraft): FundingTable | undefined {
    const columns = columnsOf(row);
    const roles = new Set(columns.map(({ role }) => role));
    if (!roles.has('thisYear') || roles.size < 2) return undefined;
    const isItems = roles.has('estimate') || row.cells.some((cell) => compact(cell.text).includes('明细'));
    columns.forEach(({ cell }) => draft.use(cell));
    for (const cell of row.cells) {
      if (labelOf(cell.text)?.field === 'section') draft.use(cell);
      draft.moneyUnit = moneyUnitIn(cell.text) ?? draft.moneyUnit;
    }
    return new FundingTable(draft, columns, isItems);
  }

  /** Reads a row; false when it is no longer part of the table. */
  take(row: Row): boolean {
    const [first] = row.cells;
    if (row.table === 0 || first === undefined) return false;
    const field = labelOf(first.text)?.field;
    const level = LEVELS.find((candidate) => candidate === field);
    if (field !== undefined && level === undefined) return false;
    const matched = underHeaders(this.columns, row.cells, ([pair]) => pair?.[0].role === 'item');
    if (!matched) return false;
    const cells = new Map(matched.pairs.map(([{ role }, cell]) => [role, cell]));
    return this.takeRow(first, level, { cells, confidence: matched.shift === 0 ? 1 : 0.8 });
  }

  private takeRow(first: PlacedCell, level: Level | undefined, { cells, confidence }: Reading): boolean {
    const isLevel = level !== undefined && (!this.isItems || level === 'total');
    if (isLevel) this.takeLevel(level, first, cells);
    else if (this.isItems) this.takeItem(first, cells, confidence);
    return isLevel || this.isItems;
  }

  private takeLevel(level: Level, name: PlacedCell, cells: ReadonlyMap<Role, PlacedCell>): void {
    this.draft.use(name);
    for (const year of ['lastYear', 'thisYear'] as const) {
      const cell = cells.get(year);
      if (cell) setAmount(this.draft, `/funding/${year}/${level}`, { cell, text: cell.text });
    }
    const estimate = cells.get('estimate');
    if (estimate) this.draft.set('/funding/estimate', estimate.text, estimate);
  }

  /** One item of the budget; a number alone is the paper's own empty line. */
  private takeItem(first: PlacedCell, cells: ReadonlyMap<Role, PlacedCell>, confidence: number): void {
    this.draft.use(first);
    const isPrint = ITEM_PRINT.test(first.text.trim());
    if (isPrint && cells.size === 1) return;
    const fields: [string, string, PlacedCell][] = this.amountsOf(cells);
    if (!isPrint) fields.unshift(['name', inOneLine(first.text).replace(ITEM_NUMBER, ''), first]);
    const estimate = cells.get('estimate');
    if (estimate) fields.push(['estimate', estimate.text, estimate]);
    const values = Object.fromEntries(fields.map(([field, value]) => [field, value]));
    const path = this.draft.addRow('budgetItems', values);
    for (const [field, , cell] of fields) this.draft.place(`${path}/${field}`, cell, confidence);
  }

  private amountsOf(cells: ReadonlyMap<Role, PlacedCell>): [string, string, PlacedCell][] {
    const amounts: [string, string, PlacedCell][] = [];
    for (const year of ['lastYear', 'thisYear'] as const) {
      const cell = cells.get(year);
      const amount = cell && parseAmount(cell.text, this.draft.moneyUnit);
      if (cell && amount !== undefined) amounts.push([year, amount, cell]);
      else if (cell && isNothing(cell.text)) this.draft.use(cell);
    }
    return amounts;
  }
}

/** The columns of a head row; of two that are named by their years the later is this year's. */
function columnsOf(row: Row): (FundingColumn & { cell: PlacedCell })[] {
  const columns = row.cells.flatMap((cell) => {
    const key = compact(cell.text).replace(/\((?:万元|元)\)$/, '');
    const role = ROLES.find(([, pattern]) => pattern.test(key))?.[0];
    return role ? [{ role, column: cell.column, columnSpan: cell.columnSpan, cell }] : [];
  });
  const [first, second, ...more] = columns.filter(({ role }) => role === 'lastYear');
  const isByYears = first && second && more.length === 0 && columns.every(({ role }) => role !== 'thisYear');
  if (isByYears) (compact(first.cell.text) > compact(second.cell.text) ? first : second).role = 'thisYear';
  return columns;
}
