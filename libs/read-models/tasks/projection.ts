import { type Duty } from '#contracts';
import { type Target } from '#domain/target';
import { foldOf, isTargetEvent, TargetFolds } from '../folding/index.ts';
import type { StoredEvent } from '#event-store';
import { changing, eachEvent } from '../rows/index.ts';
import type { Projection, Projector, ReadRows, Row, RowOperation } from '../rows/index.ts';
import { FIRST_DAY, LAST_DAY, OF_THE_UNIT, officeDuties, reviewDuties, reviewWindow } from './duty.ts';
import { Offices, type OfficeRow } from './offices.ts';
import { partsIn } from './parts.ts';
import { OFFICES, PARTS, TASKS, WORK } from './tables.ts';

/** 待办、已办、我发起的、抄送我的: follows the register too, so that a change of office moves the tasks. */
export const tasks: Projection = {
  name: 'tasks',
  version: 3,
  filter: { streamPrefixes: ['target-', 'directory-', 'campaign-'] },
  tables: [TASKS, PARTS, WORK, OFFICES],
  begin: () => new TasksProjector(),
};

/** When the target came to where it lies. */
interface TaskFacts {
  since: string;
}

const MOST_REMEMBERED = 20_000;

class TasksProjector implements Projector {
  private readonly folds = new TargetFolds<TaskFacts>(WORK.name, { since: '' });
  private readonly offices = new Offices();
  /** Tasks as last written, as text, so that only changed ones are written again. */
  private readonly written = new Map<string, string>();
  private isRecalled = false;
  /** Targets that wait for somebody, when the register has changed. */
  private reconsidered: readonly string[] = [];

  async recall(events: readonly StoredEvent[], read: ReadRows): Promise<void> {
    if (this.written.size > MOST_REMEMBERED) this.written.clear();
    if (!this.isRecalled) this.offices.hold(await read<OfficeRow>('select * from {schema}.office', []));
    this.isRecalled = true;
    await this.folds.recall(events, read);
    this.reconsidered = events.every(({ stream }) => stream.startsWith('target-'))
      ? []
      : await this.recallWaiting(read);
  }

  project(events: readonly StoredEvent[]): RowOperation[] {
    const touched = new Set<string>();
    const parts = new Map<string, Row>();
    const offices = new Map<string, Row>();
    eachEvent(events, (event) => {
      if (isTargetEvent(event)) {
        const { before, folded } = this.folds.take(event);
        if (isElsewhere(before, folded.target)) folded.facts.since = event.time;
        touched.add(event.id);
        for (const part of partsIn(event)) parts.set(`${part.user_id} ${part.box} ${part.target}`, part);
      } else {
        const row = this.offices.take(event);
        if (row !== null) offices.set(`${row.part} ${row.id}`, row);
      }
    });
    const tasks = this.changedTasks(new Set([...touched, ...this.reconsidered]));
    return changing([
      { kind: 'delete', table: TASKS, column: 'target', values: [...tasks.keys()] },
      { kind: 'upsert', table: TASKS, rows: [...tasks.values()].flat() },
      { kind: 'upsert', table: PARTS, rows: [...parts.values()] },
      { kind: 'upsert', table: WORK, rows: [...touched].map((id) => this.workRow(id)) },
      { kind: 'upsert', table: OFFICES, rows: [...offices.values()] },
    ]);
  }

  private async recallWaiting(read: ReadRows): Promise<string[]> {
    type WorkRow = Parameters<typeof this.folds.hold>[0][number];
    const rows = await read<WorkRow>('select id, fold from {schema}.work where waits', []);
    this.folds.hold(rows);
    return rows.map(({ id }) => id);
  }

  private workRow(id: string): Row {
    const folded = this.folds.settled(id);
    return { id, waits: this.isWaiting(folded.target), fold: foldOf(folded) };
  }

  private isWaiting(target: Target): boolean {
    return target.state === 'in-review' || officeDuties(target).length > 0;
  }

  /** The tasks of those targets whose tasks are not as they were written last. */
  private changedTasks(ids: ReadonlySet<string>): Map<string, Row[]> {
    const changed = new Map<string, Row[]>();
    for (const id of ids) {
      const folded = this.folds.of(id);
      const rows = folded ? this.tasksOf(id, folded.target, folded.facts.since) : [];
      const text = JSON.stringify(rows);
      if (this.written.get(id) === text) continue;
      this.written.set(id, text);
      changed.set(id, rows);
    }
    return changed;
  }

  private tasksOf(id: string, target: Target, since: string): Row[] {
    const always = { from_day: FIRST_DAY, until_day: LAST_DAY };
    const byOffice = officeDuties(target).flatMap(({ duty, command, win, due }) => {
      const rows = (users: readonly string[], what: Duty): Row[] =>
        users.map((user) => ({ target: id, user_id: user, duty: what, ...always, since, win, due }));
      const able = this.offices.whoMay(command, target);
      return able.length > 0 || !OF_THE_UNIT.has(duty)
        ? rows(able, duty)
        : rows(this.offices.whoStaffs(target), 'staff');
    });
    const win = reviewWindow(target);
    const byPerson = reviewDuties(target, this.offices.stages(target)).map(
      ({ duty, user, fromDay, untilDay }): Row => {
        return { target: id, user_id: user, duty, from_day: fromDay, until_day: untilDay, since, win };
      },
    );
    return distinct([...byOffice, ...byPerson]);
  }
}

const isElsewhere = (before: Target, after: Target): boolean =>
  before.state !== after.state || before.stage !== after.stage || before.presented !== after.presented;

/**
 * Two delegations to one person from the same day are one row, that of the later end; so are two things for which a unit
 * has nobody, the first.
 */
function distinct(rows: readonly Row[]): Row[] {
  const byKey = new Map<string, Row>();
  for (const row of rows) {
    const key = `${String(row['user_id'])} ${String(row['duty'])} ${String(row['from_day'])}`;
    const other = byKey.get(key);
    if (!other || String(other['until_day']) < String(row['until_day'])) byKey.set(key, row);
  }
  return [...byKey.values()];
}
