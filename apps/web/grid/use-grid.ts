import { useMemo, useRef, useState } from 'react';
import { type Column, type Row } from '../form/index.ts';
import { type CellActions } from './active-cell.tsx';
import { blockText, parseBlock, tooMuch } from './block.ts';
import { inserted, moved, nextIds, removed } from './rows.ts';
import { rectangleOf, select, step, type Selection } from './selection.ts';
import { cellText, pasted, written, type PasteOutcome } from './writing.ts';

export interface GridOptions {
  rows: readonly Row[];
  columns: readonly Column[];
  /** First letter of new ids. */
  letter: string;
  onChange: (rows: readonly Row[]) => void;
  /** The row and the column that somebody went to. */
  onSelect?: (row: Row, column: Column) => void;
  /** A row that has just been added and is still to be filled in. */
  onBegin?: (row: Row) => void;
  onPasted?: (outcome: PasteOutcome) => void;
  /** Nothing was written of what was pasted, and why. */
  onRefused?: (why: string) => void;
}

export interface GridCommands {
  insert: (below: boolean) => void;
  remove: () => void;
  move: (by: -1 | 1) => void;
}

interface Grid {
  selection: Selection | null;
  setSelection: (selection: Selection | null) => void;
  actions: CellActions;
  commands: GridCommands;
}

/** Selection and editing of a grid. What it hands out stays the same object, so that rows need not render again. */
export function useGrid(options: GridOptions): Grid {
  const [selection, setSelection] = useState<Selection | null>(null);
  const now = useRef({ options, selection });
  now.current = { options, selection };
  const handed = useMemo(() => {
    const go = (next: Selection | null, changed?: readonly Row[]): void => {
      setSelection(next);
      const { rows, columns, onSelect } = now.current.options;
      const row = next && (changed ?? rows)[next.active.row];
      const column = next && columns[next.active.column];
      if (row && column) onSelect?.(row, column);
    };
    return {
      setSelection: go,
      actions: actionsOf(() => now.current, go),
      commands: commandsOf(() => now.current, go),
    };
  }, []);
  return { selection, ...handed };
}

type Now = () => { options: GridOptions; selection: Selection | null };
/** Where the rows have just changed, they are given along: the others are not drawn yet. */
type Go = (selection: Selection | null, changed?: readonly Row[]) => void;

function actionsOf(now: Now, go: Go): CellActions {
  const rectangle = () => {
    const { selection } = now();
    return selection && rectangleOf(selection);
  };
  return {
    write: (text) => writeAll(now, text, true),
    clear: () => writeAll(now, ''),
    go: (direction, isExtending) => {
      const { options, selection } = now();
      const { rows, columns } = options;
      if (!selection) return false;
      const next = step(selection, direction, { rows: rows.length, columns: columns.length }, isExtending);
      if (next) go(next);
      else if (direction === 'next') commandsOf(now, go).insert(true);
      return next !== null || direction === 'next';
    },
    move: (by) => commandsOf(now, go).move(by),
    copied: () => {
      const area = rectangle();
      const { rows, columns } = now().options;
      if (!area) return '';
      const { from, to } = area;
      const lines = rows.slice(from.row, to.row + 1);
      return blockText(
        lines.map((row) => columns.slice(from.column, to.column + 1).map((column) => cellText(row, column))),
      );
    },
    paste: (text) => {
      const area = rectangle();
      const { rows, columns, letter, onChange, onPasted, onRefused } = now().options;
      if (!area || text === '') return;
      const why = tooMuch(text);
      if (why !== null) return onRefused?.(why);
      const result = pasted(rows, area.from, parseBlock(text), { columns, letter });
      onChange(result.rows);
      onPasted?.(result);
    },
  };
}

/** Writes the same text into every selected cell, or only into the active one. */
function writeAll(now: Now, text: string, onlyActive = false): void {
  const { options, selection } = now();
  if (!selection) return;
  const { rows, columns, onChange } = options;
  const { from, to } = onlyActive ? { from: selection.active, to: selection.active } : rectangleOf(selection);
  const touched = columns.slice(from.column, to.column + 1);
  const isIn = (index: number): boolean => index >= from.row && index <= to.row;
  onChange(
    rows.map((row, index) =>
      isIn(index) ? touched.reduce((so, column) => written(so, column, text), row) : row,
    ),
  );
}

function commandsOf(now: Now, go: Go): GridCommands {
  return {
    insert: (below) => {
      const { options, selection } = now();
      const { rows, columns, letter, onChange, onBegin } = options;
      const place = selection ? selection.active.row + (below ? 1 : 0) : rows.length;
      const [id = letter] = nextIds(rows, letter, 1);
      const row = levelsOf(rows[Math.max(0, place - 1)], columns, id);
      const changed = inserted(rows, place, row);
      onChange(changed);
      go(select({ row: place, column: 0 }), changed);
      onBegin?.(row);
    },
    remove: () => {
      const { options, selection } = now();
      if (!selection) return;
      const { from, to } = rectangleOf(selection);
      const left = removed(options.rows, from.row, to.row);
      options.onChange(left);
      const row = Math.min(from.row, left.length - 1);
      go(row < 0 ? null : select({ row, column: selection.active.column }), left);
    },
    move: (by) => {
      const { options, selection } = now();
      if (!selection) return;
      const { row, column } = selection.active;
      if (!options.rows[row + by]) return;
      const changed = moved(options.rows, row, by);
      options.onChange(changed);
      go(select({ row: row + by, column }), changed);
    },
  };
}

/** A new row begins under the same levels as the one above it. */
function levelsOf(above: Row | undefined, columns: readonly Column[], id: string): Row {
  const levels = columns
    .filter(({ merged }) => merged)
    .flatMap(({ key }) => (above?.[key] ? [[key, above[key]]] : []));
  return { id, ...(Object.fromEntries(levels) as Record<string, string>) };
}
