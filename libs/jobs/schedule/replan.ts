import type pg from 'pg';
import { placesOf } from '#read-models';
import { comingStep, dueStep, type Step } from '../reminders/index.ts';
import { owedNow } from './owed.ts';
import { keyOf, scheduleOf, type Book, type Scheduled } from './schedule-of.ts';
import { subjectOf, type Subjects } from './subject.ts';

/** What plans are made with. */
export interface Planning {
  book: Book;
  /** The jurisdiction's time zone, as `+08:00`. */
  offset: string;
  /** Milliseconds since 1970. */
  now: number;
}

/** A line of the schedule as it changed; `to` null: withdrawn. */
export interface PlanChange {
  task: string;
  recipient: string;
  part: string;
  from: string | null;
  to: string | null;
}

interface PlanRow {
  task: string;
  recipient: string;
  part: string;
  step: string;
  deadline: string;
  due_at: Date;
}

interface Wanted extends Scheduled {
  next: Step;
}

/**
 * Makes the schedule of these targets and their units, or of all, what their duties ask for. What was done is withdrawn,
 * what was extended moves; notices (抄送, 催办) are left alone.
 */
export async function replan(
  client: pg.PoolClient,
  planning: Planning,
  targets?: readonly string[],
): Promise<PlanChange[]> {
  const about = targets && { targets, places: await placesOf(client, targets) };
  const duties = await owedNow(client, planning.book, about);
  const scheduled = scheduleOf(duties, planning.book, planning.offset);
  const wanted = await nextOf(client, [...scheduled.values()], planning.now);
  const standing = await readPlan(client, about);
  const changed = [...wanted.values()].filter((one) => !stands(standing.get(keyOf(one)), one, planning.now));
  const withdrawn = [...standing.values()].filter((row) => !wanted.has(keyOf(row)));
  await upsert(client, changed);
  await withdraw(client, withdrawn);
  return [
    ...changed.map((one) => changeOf(one, standing.get(keyOf(one)), saidOf(one))),
    ...withdrawn.map((row) => changeOf(row, row, null)),
  ];
}

const changeOf = (
  { task, recipient, part }: { task: string; recipient: string; part: string },
  row: PlanRow | undefined,
  to: string | null,
): PlanChange => ({
  task,
  recipient,
  part,
  from: row === undefined ? null : `${row.step} ${row.due_at.toISOString()}`,
  to,
});

const saidOf = ({ next }: Wanted): string => `${next.step} ${new Date(next.at).toISOString()}`;

/** A line whose step is due stands as long as any step is: which of them is said is decided when it is sent. */
function stands(row: PlanRow | undefined, { deadline, next }: Wanted, now: number): boolean {
  if (row?.deadline !== deadline) return false;
  const at = row.due_at.getTime();
  return at <= now ? next.at <= now : at === next.at && row.step === next.step;
}

/** The step that comes next of each: the one that is due unless it was sent, else the one after. */
async function nextOf(
  client: pg.PoolClient,
  all: readonly Scheduled[],
  now: number,
): Promise<Map<string, Wanted>> {
  const due = new Map(all.map((one) => [keyOf(one), dueStep(one.steps, now)]));
  const sent = await sentSteps(client, [...new Set(all.map(({ task }) => task))]);
  const wanted = new Map<string, Wanted>();
  for (const one of all) {
    const step = due.get(keyOf(one));
    const isPending = step !== undefined && !sent.has(sentKey({ ...one, step: step.step }));
    const next = isPending ? step : comingStep(one.steps, now);
    if (next) wanted.set(keyOf(one), { ...one, next });
  }
  return wanted;
}

/** That a task has come is said once, however its deadline moves. */
export const deadlineSaid = (step: string, deadline: string): string => (step === 'arrived' ? '' : deadline);

const sentKey = (one: { task: string; recipient: string; step: string; deadline: string }): string =>
  `${one.task} ${one.recipient} ${one.step} ${deadlineSaid(one.step, one.deadline)}`;

async function sentSteps(client: pg.PoolClient, tasks: readonly string[]): Promise<Set<string>> {
  const { rows } = await client.query<{ task: string; recipient: string; step: string; deadline: string }>(
    'select task, recipient, step, deadline from reminders.message where task = any($1::uuid[])',
    [tasks],
  );
  return new Set(rows.map(sentKey));
}

const ABOUT = `target = any($1::uuid[])
  or (campaign, unit) in (select * from unnest($2::text[], $3::text[]))`;

async function readPlan(client: pg.PoolClient, about: Subjects | undefined): Promise<Map<string, PlanRow>> {
  const { rows } = await client.query<PlanRow>(
    `select task, recipient, part, step, deadline, due_at from reminders.plan
     where part <> 'notice' ${about === undefined ? '' : `and (${ABOUT})`} order by task`,
    about === undefined
      ? []
      : [about.targets, about.places.map(({ campaign }) => campaign), about.places.map(({ unit }) => unit)],
  );
  return new Map(rows.map((row) => [keyOf(row), row]));
}

async function upsert(client: pg.PoolClient, rows: readonly Wanted[]): Promise<void> {
  if (rows.length === 0) return;
  const column = <T>(of: (row: Wanted) => T): T[] => rows.map(of);
  await client.query(
    `insert into reminders.plan (task, recipient, part, target, campaign, unit, duty, since, deadline, step, due_at)
     select * from unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[], $5::text[], $6::text[], $7::text[], $8::text[],
       $9::text[], $10::text[], $11::timestamptz[])
     on conflict (task, recipient, part) do update set deadline = excluded.deadline, step = excluded.step,
       due_at = excluded.due_at, queued_until = null, failure = null`,
    [
      column(({ task }) => task),
      column(({ recipient }) => recipient),
      column(({ part }) => part),
      column(({ duty }) => duty.target),
      column(({ duty }) => subjectOf(duty).campaign),
      column(({ duty }) => subjectOf(duty).unit),
      column(({ duty }) => duty.duty),
      column(({ duty }) => duty.since),
      column(({ deadline }) => deadline),
      column(({ next }) => next.step),
      column(({ next }) => new Date(next.at)),
    ],
  );
}

async function withdraw(client: pg.PoolClient, rows: readonly PlanRow[]): Promise<void> {
  if (rows.length === 0) return;
  await client.query(
    `delete from reminders.plan p using unnest($1::uuid[], $2::text[], $3::text[]) as g (task, recipient, part)
     where p.task = g.task and p.recipient = g.recipient and p.part = g.part`,
    [rows.map(({ task }) => task), rows.map(({ recipient }) => recipient), rows.map(({ part }) => part)],
  );
}
