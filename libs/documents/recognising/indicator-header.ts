import { compact } from '../titles.ts';
import type { PlacedCell, Row } from './rows.ts';

/** What a column of an indicator table holds. */
export type Role =
  | 'level1'
  | 'level2'
  | 'name'
  | 'description'
  | 'type'
  | 'value'
  | 'periodValue'
  | 'unit'
  | 'explanation'
  | 'basis'
  | 'scoringRule'
  | 'weight'
  | 'note';

export interface IndicatorColumn {
  role: Role;
  /** Which of two indicators side by side (实施期 | 本年度) the column belongs to. */
  side: 'period' | 'year';
  column: number;
  columnSpan: number;
}

const ROLES: readonly [Role, RegExp][] = [
  ['level1', /^一级(?:绩效)?指标$/],
  ['level2', /^二级(?:绩效)?指标$/],
  ['name', /^(?:三级(?:绩效)?指标|(?:绩效)?指标名称|三级指标名称|指标内容)$/],
  ['description', /^(?:绩效)?指标(?:内容)?描述$/],
  ['type', /^(?:指标值类型|指标(?:性质|类型|符号|方向)|运算符号?|计算符号|符号)$/],
  ['periodValue', /^(?:实施期|中期|总体|三年)(?:绩效)?(?:指标|目标)值$/],
  [
    'value',
    /^(?:(?:本?年度?|\d{4}年度?|年初|绩效)?(?:绩效)?(?:指标|目标)值|年度指标值|指标目标值|预期(?:指标|目标)?值)$/,
  ],
  ['unit', /^(?:计量|度量)?单位$/],
  ['explanation', /^指标(?:解释|说明)(?:及计算公式)?$/],
  ['basis', /^(?:(?:指标|目标)值)?(?:确定|设定|测算)依据$/],
  ['scoringRule', /^(?:评\(?扣?\)?分(?:标准|规则|办法)|评扣分标准|扣分标准|计分(?:方法|标准)|打分标准)$/],
  ['weight', /^(?:分值|权重|分值权重|分值\(权重\)|权重\(?%?\)?|指标权重|指标分值)$/],
  ['note', /^备注$/],
];

/** Reads a row as the head of an indicator table; undefined when it is none. */
export function indicatorColumns(row: Row, above?: Row): IndicatorColumn[] | undefined {
  const headed = row.cells.flatMap((cell) => {
    const key = compact(cell.text).replace(/^\*|:$/g, '');
    const bare = key.replace(/\([^()]*\)$/, '');
    const role = ROLES.find(([, pattern]) => pattern.test(key) || pattern.test(bare))?.[0];
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

const column = (role: Role, cell: PlacedCell): IndicatorColumn => ({
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
