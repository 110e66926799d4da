import { type CSSProperties } from 'react';
import { type Form } from '#form';
import { rowsOf, spanOf, type Column, type Row, type Section } from '../form/index.ts';
import { grouped } from '../words/index.ts';
import { Cell } from './cell.tsx';

interface RowsTableProps {
  section: Extract<Section, { as: 'rows' }>;
  form: Form;
}

const NUMBER_WIDTH = 36;

/** Pixels on a screen; on paper its share, so that a long text leaves the other columns their room. */
const columnStyle = (width: number, total: number): CSSProperties & Record<'--share', string> => ({
  width,
  '--share': `${String((width / total) * 100)}%`,
});

/** A list of the form as a ruled table; level-1 and level-2 indicators merged. */
export function RowsTable({ section: { list, columns, title }, form }: RowsTableProps) {
  const rows = rowsOf(form, list);
  const shown = columns.filter(({ key, merged }) => merged ?? rows.some((row) => textOf(row, key) !== ''));
  const merged = shown.filter((column) => column.merged).map(({ key }) => key);
  if (rows.length === 0) return <p className="muted">未填写</p>;
  const total = shown.reduce((sum, { width }) => sum + width, NUMBER_WIDTH);
  return (
    <div className="paper-scroll" role="region" aria-label={title} tabIndex={0}>
      <table className="paper-table" style={{ minWidth: total }}>
        <colgroup>
          <col style={columnStyle(NUMBER_WIDTH, total)} />
          {shown.map(({ key, width }) => (
            <col key={key} style={columnStyle(width, total)} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th>序号</th>
            {shown.map(({ key, label }) => (
              <th key={key}>{label}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={row.id}>
              <td className="paper-number">{index + 1}</td>
              {shown.map((column) => {
                const keys = merged.slice(0, merged.indexOf(column.key) + 1);
                const span = column.merged ? spanOf(rows, index, keys) : 1;
                return span === 0 ? null : (
                  <Cell
                    key={column.key}
                    path={`/${list}/${row.id}/${column.key}`}
                    label={`第 ${String(index + 1)} 行${column.label}`}
                    as="td"
                    isRight={column.as === 'amount' || column.as === 'number'}
                    rowSpan={span}
                  >
                    {shownText(row, column)}
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A type that is none of the operators stays as the document wrote it. */
const textOf = (row: Row, key: string): string =>
  row[key] ?? (key === 'operator' ? (row['operatorText'] ?? '') : '');

function shownText(row: Row, { key, as }: Column): string {
  const text = textOf(row, key);
  return as === 'amount' ? grouped(text) : text;
}
