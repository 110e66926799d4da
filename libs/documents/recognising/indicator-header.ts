import { indicatorHeading, type IndicatorHeading } from '#form';
import { compact } from '../titles.ts';
import type { PlacedCell, Row } from './rows.ts';

export interface IndicatorColumn {
  role: IndicatorHeading;
  /** Which of two indicators side by side (实施期 | 本年度) the column belongs to. */
  side: 'period' | 'year';
  column: number;
  columnSpan: number;
}

/** Reads a row as the head of an indicator table; undefined when it is none. */
export function indicatorColumns(row: Row, above?: Row): IndicatorColumn[] | undefined {
  const headed = row.cells.flatMap((cell) => {
    const role = indicatorHeading(cell.text);
    return role === undefined ? [] : [{ role, cell }];
  });
  const isThird = headed.some(({ cell }) => compact(cell.text).includes('三级'));
  for (const found of headed)
    if (isThird && compact(found.cell.text).includes('指标内容')) found.role = 'description';
  const roles = headed.map(({ role }) => role);
  const names = roles.filter((role) => role === 'name').length;
  if (names === 0 || !roles.some((role) => role !== 'name' && role !== 'note' && role !== 'unit'))
    return undefined;
  const columns = headed.map(({ role, cell }) => column(role, cell));
  return names > 1 ? twoSided(columns, above) : withWeights(columns);
}

const column = (role: IndicatorHeading, cell: PlacedCell): IndicatorColumn => ({
  role,
  side: 'year',
  column: cell.column,
  columnSpan: cell.columnSpan,
});

/** Where no column is called 分值 or 权重, 备注 is where units write the weights. */
function withWeights(columns: IndicatorColumn[]): IndicatorColumn[] {
  const hasWeight = columns.some(({ role }) => role === 'weight');
  return columns.map((column) =>
    column.role === 'note' && !hasWeight ? { ...column, role: 'weight' } : column,
  );
}

/** Two sets of columns: the period's stands left unless the row above says otherwise. */
function twoSided(columns: IndicatorColumn[], above: Row | undefined): IndicatorColumn[] {
  const second = columns.findLastIndex(({ role }) => role === 'level2' || role === 'name');
  const start =
    columns[second]?.role === 'name' && columns[second - 1]?.role === 'level2' ? second - 1 : second;
  const heads = (above?.cells ?? [])
    .map((cell) => compact(cell.text))
    .filter((text) => /实施期|年度|本年/.test(text));
  const isYearFirst = /年度|本年/.test(heads[0] ?? '') && !/实施期/.test(heads[0] ?? '');
  return columns.map((column, at) => {
    const side = at >= start !== isYearFirst ? 'year' : 'period';
    return column.role === 'level1' ? column : { ...column, side };
  });
}
