import type { FormInput, FormKind } from '#form';
import {
  head,
  PAGE_COLUMNS,
  short,
  value,
  type LayoutCell,
  type LayoutRow,
  type LayoutTable,
} from './layout.ts';
import { blankRows, keyed } from './row-keys.ts';

type Row = NonNullable<FormInput['indicators']>[number];
type Field = Exclude<keyof Row, 'id'>;
interface Column {
  field: Field;
  title: string;
  /** How wide beside the others. */
  share: number;
  isShort?: true;
  /** Kinds of form whose template has the column; others show it when something stands in it. */
  of: readonly FormKind[];
}

const ALL: readonly FormKind[] = ['project', 'overall', 'direction'];
const COLUMNS: readonly Column[] = [
  { field: 'level1', title: '一级指标', share: 3, isShort: true, of: ALL },
  { field: 'level2', title: '二级指标', share: 3, isShort: true, of: ALL },
  { field: 'name', title: '三级指标', share: 6, of: ALL },
  { field: 'description', title: '绩效指标描述', share: 5, of: [] },
  { field: 'operator', title: '指标值类型', share: 2, isShort: true, of: ALL },
  { field: 'operatorText', title: '指标性质', share: 2, isShort: true, of: [] },
  { field: 'periodValue', title: '实施期指标值', share: 4, isShort: true, of: ['direction'] },
  { field: 'value', title: '指标值', share: 4, isShort: true, of: ALL },
  { field: 'unit', title: '计量单位', share: 2, isShort: true, of: ALL },
  { field: 'basis', title: '指标值确定依据', share: 4, of: [] },
  { field: 'explanation', title: '指标解释', share: 5, of: ['overall'] },
  { field: 'scoringRule', title: '评（扣）分标准', share: 5, of: ['overall'] },
  { field: 'weight', title: '分值', share: 2, isShort: true, of: ['overall'] },
];
/** From this many columns on the page lies on its side. */
const WIDE = 8;

/** The titles of all columns that an indicator table may have. */
export const INDICATOR_TITLES: readonly string[] = COLUMNS.map(({ title }) => title);

/** The indicators of a form; equal levels one under another are one merged cell. */
export function indicatorTable(form: FormInput, blanks: number): { table: LayoutTable; isWide: boolean } {
  const rows: readonly Row[] = form.indicators ?? [];
  const isShown = ({ field, of }: Column): boolean =>
    of.includes(form.kind) || rows.some((row) => row[field] !== undefined);
  const columns = COLUMNS.filter(isShown);
  const widths = sharesOf(columns);
  const given = keyed(rows);
  const levels = [...runs(rows), ...Array<Run>(blanks).fill({ level1: 1, level2: 1 })];
  const body = [...given, ...blankRows<Row>(blanks, rows.length)].map(({ key, row }, at): LayoutRow =>
    columns.flatMap((column, index): LayoutCell[] => {
      const { field } = column;
      const path = `/indicators/${key}/${field}`;
      const cell = (column.isShort ? short : value)(path, row[field], widths[index] ?? 1);
      if (field !== 'level1' && field !== 'level2') return [cell];
      const span = levels[at]?.[field] ?? 1;
      return span === 0 ? [] : [{ ...cell, rows: span }];
    }),
  );
  const titles = columns.map(({ title }, index) => head(title, widths[index] ?? 1));
  return { table: { rows: [titles, ...body], headRows: 1, hasBorders: true }, isWide: columns.length > WIDE };
}

/** How many rows a level reaches over from here; 0 where the cell above does. */
interface Run {
  level1: number;
  level2: number;
}

function runs(rows: readonly Row[]): Run[] {
  const found: Run[] = [];
  let first: Run = { level1: 0, level2: 0 };
  let second = first;
  rows.forEach((row, at) => {
    const run: Run = { level1: 1, level2: 1 };
    const above = at === 0 ? {} : (rows[at - 1] ?? {});
    const isSame1 = row.level1 !== undefined && above.level1 === row.level1;
    const isSame2 = isSame1 && row.level2 !== undefined && above.level2 === row.level2;
    first = goOn(isSame1, 'level1', first, run);
    second = goOn(isSame2, 'level2', second, run);
    found.push(run);
  });
  return found;
}

/** The cell that the level of this row belongs to: the one above, made longer, or its own. */
function goOn(isSame: boolean, level: keyof Run, above: Run, run: Run): Run {
  if (!isSame) return run;
  above[level] += 1;
  run[level] = 0;
  return above;
}

/** Columns of the page for each column of the table, at least one, in proportion to their shares. */
function sharesOf(columns: readonly Column[]): number[] {
  const total = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => Math.max(1, Math.floor((share * PAGE_COLUMNS) / total)));
  const order = columns
    .map((_, at) => at)
    .sort((a, b) => (columns[b]?.share ?? 0) - (columns[a]?.share ?? 0));
  let left = PAGE_COLUMNS - widths.reduce((sum, width) => sum + width, 0);
  for (let at = 0; left > 0; at += 1, left -= 1) {
    const index = order[at % order.length] ?? 0;
    widths[index] = (widths[index] ?? 0) + 1;
  }
  return widths;
}
