import { checkForm, type FormInput, type FormIssue } from '#form';
import type { Grid } from '../grid.ts';
import { UnreadableDocument } from '../messages.ts';
import { INDICATOR_COLUMNS, NUMBER, TARGET_COLUMNS, UNIT_CODE, type BatchColumn } from './columns.ts';
import { faultAt, readSheetRows, type BatchFault, type ReadSheet, type SheetRow } from './sheet-rows.ts';

/** A target as its row gives it; `form` is absent where something in it is wrong. */
export interface BatchRow {
  /** Of the sheet, from 1. */
  row: number;
  /** What the row calls itself (序号). */
  number: string;
  unitCode: string;
  /** Where the unit's code stands, for what is found out about it later. */
  unitCell: { sheet: string; row: number; column: number };
  form?: FormInput;
  errors: BatchFault[];
}

export interface Batch {
  rows: BatchRow[];
  /** What is wrong outside of the rows of targets: unknown columns, indicators of no target. */
  errors: BatchFault[];
}

/** Of one file. */
export const MOST_TARGETS = 500;
const TARGETS = '项目';
const INDICATORS = '绩效指标';

/**
 * Reads a workbook with a row a target and, on a second sheet, a row an indicator.
 * @returns undefined when no sheet has such a head: then it may hold official forms
 * @throws UnreadableDocument when there are more than 500 targets, or none
 */
export function readBatch(grids: readonly Grid[]): Batch | undefined {
  const least = ['单位编码', '项目名称'];
  const targets = readSheetRows(grids, { sheet: TARGETS, known: TARGET_COLUMNS, least });
  if (!targets) return undefined;
  if (targets.rows.length > MOST_TARGETS) throw new UnreadableDocument('TooManyTargets');
  if (targets.rows.length === 0) throw new UnreadableDocument('NoTargetRows');
  const of = { sheet: INDICATORS, known: INDICATOR_COLUMNS, least: ['项目序号', '三级指标'] };
  const indicators = readSheetRows(grids, of) ?? NO_INDICATORS;
  const byNumber = new Map<string, SheetRow[]>();
  for (const row of indicators.rows)
    byNumber.set(numberOf(row), [...(byNumber.get(numberOf(row)) ?? []), row]);
  const numbers = new Set(targets.rows.map(numberOf));
  const strays = indicators.rows.filter((row) => numberOf(row) === '' || !numbers.has(numberOf(row)));
  return {
    rows: targets.rows.map((row) => targetOf(row, { targets, indicators, byNumber })),
    errors: [...targets.faults, ...indicators.faults, ...strays.map((row) => strayFault(row, indicators))],
  };
}

const NO_INDICATORS: ReadSheet = { sheet: INDICATORS, rows: [], columnOf: () => 0, faults: [] };
const textAt = ({ cells }: SheetRow, path: string): string => cells.get(path)?.text ?? '';
const numberOf = (row: SheetRow): string => textAt(row, NUMBER);

interface Sheets {
  targets: ReadSheet;
  indicators: ReadSheet;
  byNumber: ReadonlyMap<string, readonly SheetRow[]>;
}

function targetOf(row: SheetRow, { targets, indicators, byNumber }: Sheets): BatchRow {
  const number = numberOf(row);
  const errors = repeated(row, targets);
  const fields: Fields = { kind: 'project' };
  fill(fields, row, { sheet: targets, columns: TARGET_COLUMNS, errors });
  const own = number === '' ? [] : (byNumber.get(number) ?? []);
  if (own.length > 0) fields['indicators'] = own.map((one) => indicatorOf(one, indicators, errors));
  const column = targets.columnOf(UNIT_CODE);
  const unit = { unitCode: textAt(row, UNIT_CODE), unitCell: { sheet: TARGETS, row: row.row, column } };
  const read = { row: row.row, number, ...unit, errors };
  if (errors.length > 0) return read;
  const checked = checkForm(fields);
  if ('form' in checked) return { ...read, form: checked.form };
  return {
    ...read,
    errors: checked.issues.map((issue) => issueFault(issue, row, { targets, indicators, own })),
  };
}

/** A number that an earlier row has already would give its indicators to both. */
function repeated(row: SheetRow, targets: ReadSheet): BatchFault[] {
  const number = numberOf(row);
  const isAgain = number !== '' && targets.rows.some((one) => one.row < row.row && numberOf(one) === number);
  const message = `序号“${number}”与上面的行重复，请改为不同的序号`;
  return isAgain ? [faultAt(TARGETS, row.row, targets.columnOf(NUMBER), message)] : [];
}

function indicatorOf(row: SheetRow, sheet: ReadSheet, errors: BatchFault[]): Fields {
  const fields: Fields = {};
  fill(fields, row, { sheet, columns: INDICATOR_COLUMNS, errors });
  return fields;
}

type Fields = Record<string, unknown>;

/** Puts every cell of a row where it belongs, and says which cannot be read. */
function fill(
  fields: Fields,
  { row, cells }: SheetRow,
  { sheet, columns, errors }: { sheet: ReadSheet; columns: readonly BatchColumn[]; errors: BatchFault[] },
): void {
  for (const { path, title, read, hint, isRequired } of columns) {
    const cell = cells.get(path);
    if (!cell) {
      if (isRequired) errors.push(faultAt(sheet.sheet, row, sheet.columnOf(path), `请填写“${title}”`));
      continue;
    }
    const value = read(cell.text);
    if (value === undefined)
      errors.push(
        faultAt(
          sheet.sheet,
          row,
          cell.column,
          `“${title}”的“${cell.text.slice(0, 40)}”读不出来，应填：${hint}`,
        ),
      );
    else put(fields, path, value);
  }
}

function put(fields: Fields, path: string, value: unknown): void {
  const [, first = '', ...rest] = path.split('/');
  const [until] = rest;
  if (first === '') return;
  if (first === 'paymentPlan') {
    const plan = (fields['paymentPlan'] ??= []) as Fields[];
    plan.push({ until, percent: value });
    return;
  }
  if (rest.length === 0) fields[first] = value;
  else put((fields[first] ??= {}) as Fields, `/${rest.join('/')}`, value);
}

/** What is of the wrong shape, at the cell that it came from. */
function issueFault(
  { path }: FormIssue,
  row: SheetRow,
  { targets, indicators, own }: Pick<Sheets, 'targets' | 'indicators'> & { own: readonly SheetRow[] },
): BatchFault {
  const [, list, index, field = ''] = path.split('/');
  const indicator = list === 'indicators' ? own[Number(index)] : undefined;
  if (indicator) return wrongAt(`/${field}`, indicator, { sheet: indicators, columns: INDICATOR_COLUMNS });
  return wrongAt(path, row, { sheet: targets, columns: TARGET_COLUMNS });
}

function wrongAt(
  path: string,
  { row }: SheetRow,
  { sheet, columns }: { sheet: ReadSheet; columns: readonly BatchColumn[] },
): BatchFault {
  const found = columns.find((one) => path === one.path || path.startsWith(`${one.path}/`));
  const { title = '项目名称', hint = '文字' } = found ?? {};
  const message = `“${title}”填写不对，应填：${hint}，名称不超过 1000 字，其他文字不超过 20000 字，数字最多六位小数`;
  return faultAt(sheet.sheet, row, sheet.columnOf(found?.path ?? '/name'), message);
}

/** An indicator whose target is not in the file would be lost. */
function strayFault(row: SheetRow, sheet: ReadSheet): BatchFault {
  const number = numberOf(row);
  const message =
    number === '' ? '请填写“项目序号”' : `“${TARGETS}”表中没有序号为“${number.slice(0, 40)}”的行`;
  return faultAt(INDICATORS, row.row, sheet.columnOf(NUMBER), message);
}
