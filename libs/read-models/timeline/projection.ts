import { isTargetEvent } from '../folding/index.ts';
import type { StoredEvent } from '#event-store';
import { eachEvent } from '../rows/index.ts';
import type { Projection, Row, RowOperation } from '../rows/index.ts';
import { lineOf } from './line.ts';
import { LINES } from './table.ts';

/** 时间线: needs no memory, since an event is a line. */
export const timeline: Projection = {
  name: 'timeline',
  version: 1,
  filter: { streamPrefixes: ['target-'] },
  tables: [LINES],
  begin: () => ({ recall: () => Promise.resolve(), project }),
};

function project(events: readonly StoredEvent[]): RowOperation[] {
  const rows: Row[] = [];
  eachEvent(events, (event) => {
    if (isTargetEvent(event)) rows.push(lineOf(event));
  });
  return [{ kind: 'insert', table: LINES, rows }];
}
