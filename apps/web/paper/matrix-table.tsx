import { type ReactNode } from 'react';
import { type Choice, type Field, type Section } from '../form/index.ts';

interface MatrixTableProps {
  section: Extract<Section, { as: 'matrix' }>;
  /** Those to be shown; all of the section unless given. */
  rows?: readonly Choice[];
  className?: string;
  /** The cell (`td`) of an amount. */
  cell: (field: Field) => ReactNode;
}

/** Amounts by kind and year, as the paper form rules them. */
export function MatrixTable({ section, rows = section.rows, className = '', cell }: MatrixTableProps) {
  const { id, columns } = section;
  return (
    <table className={`paper-table ${className}`}>
      <thead>
        <tr>
          <th />
          {columns.map(({ value, label }) => (
            <th key={value}>{label}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ value: row, label }) => (
          <tr key={row}>
            <th scope="row">{label}</th>
            {columns.map(({ value: column, label: year }) =>
              cell({ path: `/${id}/${column}/${row}`, label: `${year}${label}`, as: 'amount' }),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
