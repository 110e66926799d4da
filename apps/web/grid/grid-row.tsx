import { memo } from 'react';
import { type Column, type Row } from '../form/index.ts';
import { gravestAt, type Marks } from '../paper/index.ts';
import { grouped } from '../words/index.ts';
import { ActiveCell, type CellActions } from './active-cell.tsx';
import { cellText } from './writing.ts';

export interface GridRowProps {
  row: Row;
  index: number;
  /** JSON Pointer of the row. */
  path: string;
  columns: readonly Column[];
  /** Keys whose text repeats the row above and is therefore not shown again. */
  repeated: string;
  active: number | null;
  /** First and last selected column as text, so that rows outside stay untouched. */
  selected: string;
  marks: Marks;
  actions: CellActions;
}

/** One row; rendered anew only when something of it changed. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { row, index, path, columns, repeated, active, selected, marks, actions } = props;
  const [from = -1, to = -1] = selected === '' ? [] : selected.split('-').map(Number);
  const merged = repeated.split(',');
  return (
    <tr data-row={index}>
      <td className="grid-index" data-row={index} data-column={-1}>
        {index + 1}
      </td>
      {columns.map((column, place) => {
        const text = cellText(row, column);
        const isActive = place === active;
        const mark = gravestAt(marks, `${path}/${column.key}`);
        return (
          <td
            key={column.key}
            data-row={index}
            data-column={place}
            title={mark?.text}
            className={classesOf({
              [`grid-${column.as}`]: true,
              'is-active': isActive,
              'is-selected': place >= from && place <= to,
              'is-repeated': merged.includes(column.key),
              [`has-${mark?.kind ?? ''}`]: mark !== undefined,
            })}
          >
            <div className="grid-text">{column.as === 'amount' ? grouped(text) : text}</div>
            {isActive && (
              <ActiveCell
                text={text}
                label={`第 ${String(index + 1)} 行，${column.label}`}
                choices={column.choices}
                actions={actions}
              />
            )}
          </td>
        );
      })}
    </tr>
  );
});

const classesOf = (classes: Readonly<Record<string, boolean>>): string =>
  Object.keys(classes)
    .filter((name) => classes[name])
    .join(' ');
