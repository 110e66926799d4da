import type { ImportedForm } from '../imported-form.ts';
import { compact } from '../titles.ts';
import { underHeaders, type Header } from './column-match.ts';
import { setField } from './field-values.ts';
import { FormDraft } from './form-draft.ts';
import { isLevel, isLevel1, level1Of } from './indicator-levels.ts';
import { takeTitle } from './key-values.ts';
import { labelOf, type FieldLabel } from './labels.ts';
import { withoutGaps, type PlacedCell, type Row } from './rows.ts';
import { addIndicatorsInText } from './sentences.ts';

/** A column of the matrix: a labelled field, or the indicators of one second level. */
type Column = Header & {
  cell: PlacedCell;
  field?: FieldLabel | 'number';
  levels?: readonly (readonly ['level1' | 'level2', string, PlacedCell])[];
};
interface Head {
  columns: Column[];
  /** The first row below the head. */
  body: number;
  cells: PlacedCell[];
}

/** A row for each direction: the directions found, and whether the table is only a summary of the fund. */
export interface DirectionTable {
  forms: ImportedForm[];
  isSummary: boolean;
}

/**
 * Reads the wide table of directions (支出方向 | 所属专项名称 | … | 数量指标 | 质量指标 | …) and the summary of a fund
 * (专项支出名称 | 支出方向 | 资金总额 | …); undefined when the rows hold no such table.
 */
export function readDirectionTable(rows: readonly Row[]): DirectionTable | undefined {
  const head = headOf(rows);
  if (!head) return undefined;
  const above = rows.slice(0, head.body);
  const read: DraftedRows[] = [];
  for (const row of rows.slice(head.body)) {
    const pairs = pairsOf(head, row);
    const isNew = pairs.length > 0 && (read.length === 0 || namesDirection(pairs));
    if (isNew) read.push({ draft: newDraft(above, head), rows: [] });
    const current = read.at(-1);
    if (current) take(current.draft, pairs, read.at(-2)?.draft);
    (current?.rows ?? above).push(row);
  }
  return { forms: finished(read, above), isSummary: !head.columns.some(({ levels }) => levels) };
}

/** What stands above the first direction, and is nobody's, is listed with it. */
function finished(read: readonly DraftedRows[], above: readonly Row[]): ImportedForm[] {
  return read.map(({ draft, rows }, at) => draft.finish(at === 0 ? [...above, ...rows] : rows));
}

type Pair = readonly [Column, PlacedCell];
interface DraftedRows {
  draft: FormDraft;
  rows: Row[];
}

function pairsOf(head: Head, { table, cells }: Row): readonly Pair[] {
  return table === 0 ? [] : (underHeaders(head.columns, cells)?.pairs ?? []);
}

/** A row that names a direction begins a form; rows that name none go on with the one above. */
const namesDirection = (pairs: readonly Pair[]): boolean =>
  pairs.some(([{ field }]) => field === 'direction' || field === 'fundName');

/** Every form of the table names the year of its title; the print above belongs to none of them. */
function newDraft(above: readonly Row[], head: Head): FormDraft {
  const draft = new FormDraft('direction');
  for (const { cells } of above) for (const cell of cells) takeTitle(draft, cell);
  head.cells.forEach((cell) => draft.use(cell));
  return draft;
}

function take(draft: FormDraft, pairs: readonly Pair[], above?: FormDraft): void {
  for (const [{ field, levels, cell: label }, cell] of pairs)
    if (levels) addIndicatorsInText(draft, cell, levels);
    else if (field === 'number') draft.use(cell);
    else if (field) setField(draft, { field, label: label.text, cell, text: cell.text, confidence: 1 });
  if (above) draft.inherit(['/department', '/fund'], above);
}

/** The row of labels, and below it the rows that name only levels. */
function headOf(rows: readonly Row[]): Head | undefined {
  const at = rows.findIndex(isHead);
  const row = rows[at];
  if (!row) return undefined;
  const below = rows.slice(at + 1);
  const ends = below.findIndex(({ cells }) => !cells.every((cell) => isLevel(cell.text)));
  const levelRows = below.slice(0, ends === -1 ? below.length : ends);
  const fields = row.cells.flatMap((cell): Column[] => {
    const field = fieldOf(cell);
    return field ? [{ ...spanOf(cell), cell, field }] : [];
  });
  const cells = [row, ...levelRows].flatMap((each) => each.cells);
  return { columns: [...fields, ...levelColumns(levelRows)], body: at + 1 + levelRows.length, cells };
}

function isHead({ table, cells }: Row): boolean {
  const fields = new Set(cells.map((cell) => labelOf(cell.text)?.field));
  const isAllHead = cells.every((cell) => labelOf(cell.text) !== undefined || isNumber(cell));
  return table !== 0 && cells.length >= 4 && isAllHead && fields.has('direction');
}

const isNumber = (cell: PlacedCell): boolean => /^(?:序号|编号)$/.test(compact(cell.text));
const spanOf = ({ column, columnSpan }: PlacedCell): Header => ({ column, columnSpan });

function fieldOf(cell: PlacedCell): FieldLabel | 'number' | undefined {
  if (isNumber(cell)) return 'number';
  const field = labelOf(cell.text)?.field;
  return field === 'section' ? undefined : field;
}

/** The lowest row of levels has the columns; the first level is the cell over it, or the one its name implies. */
function levelColumns(rows: readonly Row[]): Column[] {
  const above = rows.slice(0, -1).flatMap(({ cells }) => cells.filter((cell) => isLevel1(cell.text)));
  return (rows.at(-1)?.cells ?? []).map((cell) => {
    const level2 = withoutGaps(cell.text);
    const over = above.find(
      (head) =>
        head.columnSpan > 1 && cell.column >= head.column && cell.column < head.column + head.columnSpan,
    );
    const implied = level1Of(level2);
    const named = above.find((head) => withoutGaps(head.text) === implied) ?? above.at(-1);
    const level1 = over ?? named ?? cell;
    const text = over || named ? withoutGaps(level1.text) : (implied ?? level2);
    return {
      ...spanOf(cell),
      cell,
      levels: [['level1', text, level1] as const, ['level2', level2, cell] as const],
    };
  });
}
