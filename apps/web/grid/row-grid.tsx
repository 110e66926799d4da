import { Button } from 'antd';
import { type FocusEvent, type MouseEvent, type ReactNode } from 'react';
import { type RowList } from '#form';
import { type Column, type Row } from '../form/index.ts';
import { type Marks } from '../paper/index.ts';
import { GridRow } from './grid-row.tsx';
import { rectangleOf, type Place, type Selection } from './selection.ts';
import { useGrid, type GridCommands } from './use-grid.ts';
import { type PasteOutcome } from './writing.ts';
import './grid.css';

interface RowGridProps {
  list: RowList;
  title: string;
  rows: readonly Row[];
  columns: readonly Column[];
  marks: Marks;
  onChange: (rows: readonly Row[]) => void;
  /** The path of the cell that somebody went to. */
  onFocus: (path: string) => void;
  /** A row was added (its path) that somebody now fills in; null once they have left it for somewhere outside. */
  onBegin: (path: string | null) => void;
  onPasted: (outcome: PasteOutcome) => void;
  /** Nothing was written of what was pasted, and why. */
  onRefused: (why: string) => void;
  /** Sums and the like, at the foot. */
  children?: ReactNode;
}

/** A list of the form that works like a sheet: arrows, Tab, Enter, F2, blocks from and to Excel, rows by buttons. */
export function RowGrid({ list, title, rows, columns, marks, children, ...on }: RowGridProps) {
  const { selection, setSelection, actions, commands } = useGrid({
    rows,
    columns,
    letter: list.slice(0, 1),
    onChange: on.onChange,
    onPasted: on.onPasted,
    onRefused: on.onRefused,
    onSelect: (row, column) => on.onFocus(`/${list}/${row.id}/${column.key}`),
    onBegin: (row) => on.onBegin(`/${list}/${row.id}`),
  });
  const pick = (event: MouseEvent): void => {
    const place = placeOf(event.target);
    if (!place || (event.target as Element).closest('textarea, button')) return;
    event.preventDefault();
    setSelection(selectionAt(place, { selection, isExtending: event.shiftKey, columns: columns.length }));
  };
  const leave = ({ currentTarget, relatedTarget }: FocusEvent): void => {
    if (relatedTarget instanceof Node && currentTarget.contains(relatedTarget)) return;
    setSelection(null);
    on.onBegin(null);
  };
  return (
    <div className="grid" onBlur={leave}>
      <RowButtons commands={commands} hasRow={selection !== null} count={rows.length} />
      <div className="grid-scroll">
        <table
          role="grid"
          aria-label={title}
          style={{ minWidth: columns.reduce((sum, { width }) => sum + width, 32) }}
          onMouseDown={pick}
        >
          <colgroup>
            <col style={{ width: 32 }} />
            {columns.map(({ key, width }) => (
              <col key={key} style={{ width }} />
            ))}
          </colgroup>
          <thead>
            <tr>
              <th aria-label="序号" />
              {columns.map(({ key, label }) => (
                <th key={key}>{label}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <GridRow
                key={row.id}
                row={row}
                index={index}
                path={`/${list}/${row.id}`}
                columns={columns}
                repeated={repeatedKeys(row, rows[index - 1], columns)}
                active={selection?.active.row === index ? selection.active.column : null}
                selected={selectedIn(selection, index)}
                marks={marks}
                actions={actions}
              />
            ))}
          </tbody>
        </table>
      </div>
      {children}
    </div>
  );
}

interface RowButtonsProps {
  commands: GridCommands;
  hasRow: boolean;
  count: number;
}

function RowButtons({ commands, hasRow, count }: RowButtonsProps) {
  return (
    <div className="grid-buttons">
      <Button size="small" onClick={() => commands.insert(true)}>
        {hasRow ? '在下方插入' : '添加一行'}
      </Button>
      <Button size="small" disabled={!hasRow} onClick={() => commands.insert(false)}>
        在上方插入
      </Button>
      <Button size="small" disabled={!hasRow} onClick={() => commands.move(-1)}>
        上移
      </Button>
      <Button size="small" disabled={!hasRow} onClick={() => commands.move(1)}>
        下移
      </Button>
      <Button size="small" disabled={!hasRow} onClick={commands.remove}>
        删除行
      </Button>
      <span className="muted small">
        {count === 0 ? '添加一行后，可从 Excel、WPS 复制整块粘贴' : '可从 Excel、WPS 整块粘贴；Ctrl Z 撤销'}
      </span>
    </div>
  );
}

function placeOf(target: EventTarget): Place | null {
  const cell = target instanceof Element ? target.closest<HTMLElement>('td[data-row]') : null;
  return cell && { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) };
}

/** Column -1 is the row's number: it selects the whole row. */
function selectionAt(
  place: Place,
  { selection, isExtending, columns }: { selection: Selection | null; isExtending: boolean; columns: number },
): Selection {
  if (place.column < 0)
    return { active: { row: place.row, column: 0 }, anchor: { row: place.row, column: columns - 1 } };
  return { active: place, anchor: isExtending && selection ? selection.anchor : place };
}

function selectedIn(selection: Selection | null, row: number): string {
  if (!selection) return '';
  const { from, to } = rectangleOf(selection);
  const isOne = from.row === to.row && from.column === to.column;
  return isOne || row < from.row || row > to.row ? '' : `${String(from.column)}-${String(to.column)}`;
}

/** Merged columns that say the same as the row above, as far as every column before them does too. */
function repeatedKeys(row: Row, above: Row | undefined, columns: readonly Column[]): string {
  const merged = columns.filter((column) => column.merged);
  const differs = merged.findIndex(({ key }) => row[key] === undefined || row[key] !== above?.[key]);
  return merged
    .slice(0, differs < 0 ? merged.length : differs)
    .map(({ key }) => key)
    .join(',');
}
