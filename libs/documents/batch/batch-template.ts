import { writeTables, type TableSheet } from '../writing/table-workbook.ts';
import { INDICATOR_COLUMNS, TARGET_COLUMNS, type BatchColumn } from './columns.ts';

/** Rows with lines to be filled in; more may be added below. */
const BLANK_ROWS = { 项目: 50, 绩效指标: 200 };

/** The workbook for many targets at once, to be filled in: a row a target, a row an indicator, and how. */
export function writeBatchTemplate(): Uint8Array {
  return writeTables([
    sheetOf('项目', TARGET_COLUMNS),
    sheetOf('绩效指标', INDICATOR_COLUMNS),
    {
      name: '填写说明',
      columns: [
        { title: '工作表', width: 14 },
        { title: '栏目', width: 22 },
        { title: '必填', width: 8 },
        { title: '怎样填写', width: 70 },
      ],
      rows: [...explained('项目', TARGET_COLUMNS), ...explained('绩效指标', INDICATOR_COLUMNS)],
    },
  ]);
}

const titleOf = ({ title, isRequired }: BatchColumn): string => (isRequired ? `${title}*` : title);

const sheetOf = (name: keyof typeof BLANK_ROWS, columns: readonly BatchColumn[]): TableSheet => ({
  name,
  columns: columns.map((column) => ({ title: titleOf(column), width: column.width })),
  rows: Array.from({ length: BLANK_ROWS[name] }, () => []),
});

const explained = (sheet: string, columns: readonly BatchColumn[]): string[][] =>
  columns.map(({ title, isRequired, hint }) => [sheet, title, isRequired ? '是' : '', hint]);
