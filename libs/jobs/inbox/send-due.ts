import type pg from 'pg';
import { DEFAULT_REMINDERS } from '#domain/campaign';
import { titlesOf, type TargetTitle } from '#read-models';
import { localOf } from '../calendar/index.ts';
import { comingStep, dueStep, type Step } from '../reminders/index.ts';
import {
  deadlineSaid,
  keyOf,
  owedNow,
  scheduleOf,
  subjectOf,
  subjectsOf,
  type Planning,
  type Scheduled,
  type Subject,
} from '../schedule/index.ts';
import { addMessages, type Message } from './messages.ts';
import { noticeWording, reminderWording } from './wording.ts';

/** A line of the schedule, as a job names it. */
export interface LineKey {
  task: string;
  recipient: string;
  part: string;
}

type Line = LineKey & Subject & { duty: string; sender: string | null; note: string | null };

/** What becomes of one line: what is said, and the step that comes next, or that nothing more does. */
interface Outcome {
  line: Line;
  message: Message | null;
  next: Step | null;
}

/** The moments of a batch, for tests that stop it there. */
export type SendStep = 'begun' | 'told' | 'advanced' | 'done';

/**
 * Says what is due of these lines, and moves each to its next step, in one transaction: whatever happens, a message is
 * in the inbox once or its line is still due. A line whose task is done says nothing and goes.
 * @returns how many messages were new
 */
export async function sendDue(
  pool: pg.Pool,
  keys: readonly LineKey[],
  planning: Planning,
  interrupt?: (step: SendStep) => void | Promise<void>,
): Promise<number> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const lines = await lockDue(client, keys, planning.now);
    await interrupt?.('begun');
    const outcomes = await outcomesOf(client, lines, planning);
    const messages = outcomes.flatMap(({ message }) => (message === null ? [] : [message]));
    const added = await addMessages(client, messages, planning);
    await interrupt?.('told');
    await advance(client, outcomes);
    await interrupt?.('advanced');
    await client.query('commit');
    await interrupt?.('done');
    return added;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

/** A line that another worker has in hand is its to say. */
async function lockDue(client: pg.PoolClient, keys: readonly LineKey[], now: number): Promise<Line[]> {
  const { rows } = await client.query<Line>(
    `select p.task, p.recipient, p.part, p.target, p.campaign, p.unit, p.duty, p.sender, p.note
     from reminders.plan p
     join unnest($1::uuid[], $2::text[], $3::text[]) as k (task, recipient, part)
       on p.task = k.task and p.recipient = k.recipient and p.part = k.part
     where p.due_at <= $4 order by p.task, p.recipient, p.part for update of p skip locked`,
    [
      keys.map(({ task }) => task),
      keys.map(({ recipient }) => recipient),
      keys.map(({ part }) => part),
      new Date(now),
    ],
  );
  return rows;
}

async function outcomesOf(
  client: pg.PoolClient,
  lines: readonly Line[],
  planning: Planning,
): Promise<Outcome[]> {
  const notices = lines.filter(({ part }) => part === 'notice');
  const timed = lines.filter(({ part }) => part !== 'notice');
  const duties = await owedNow(client, planning.book, subjectsOf(timed));
  const scheduled = scheduleOf(duties, planning.book, planning.offset);
  const titles = await titlesOf(client, subjectsOf(notices).targets);
  return [
    ...timed.map((line) => reminderOutcome(line, scheduled.get(keyOf(line)), planning)),
    ...notices.map((line) => noticeOutcome(line, titles.get(line.target ?? ''), planning)),
  ];
}

function reminderOutcome(
  line: Line,
  scheduled: Scheduled | undefined,
  { now, offset }: Pick<Planning, 'now' | 'offset'>,
): Outcome {
  if (!scheduled) return { line, message: null, next: null };
  const step = dueStep(scheduled.steps, now);
  const next = comingStep(scheduled.steps, now) ?? null;
  if (!step) return { line, message: null, next };
  const { task, recipient, part, duty } = line;
  const about = subjectOf(scheduled.duty);
  const department = about.target === null ? scheduled.duty.department : null;
  const deadline = deadlineSaid(step.step, scheduled.deadline);
  const wording = reminderWording(scheduled, step.step, localOf(now, offset).day);
  const { settings } = scheduled;
  const due = scheduled.deadline === '' ? null : scheduled.deadline;
  const told = { task, recipient, part, about, department, duty, deadline, due, sender: null, settings };
  return { line, next, message: { ...told, step: step.step, ...wording } };
}

function noticeOutcome(line: Line, target: TargetTitle | undefined, { book }: Planning): Outcome {
  const { task, recipient, part, duty, sender } = line;
  const name = book.directory.people.get(sender ?? '')?.name ?? '有人';
  const wording = noticeWording(duty, { target, sender: name, note: line.note ?? '' });
  const about = { about: line, department: null };
  const told = { task, recipient, part, duty, sender, ...about, settings: DEFAULT_REMINDERS };
  return { line, next: null, message: { ...told, step: duty, deadline: '', due: null, ...wording } };
}

async function advance(client: pg.PoolClient, outcomes: readonly Outcome[]): Promise<void> {
  const done = outcomes.filter(({ next }) => next === null).map(({ line }) => line);
  const going = outcomes.flatMap(({ line, next }) => (next === null ? [] : [{ line, next }]));
  await client.query(
    `delete from reminders.plan p using unnest($1::uuid[], $2::text[], $3::text[]) as g (task, recipient, part)
     where p.task = g.task and p.recipient = g.recipient and p.part = g.part`,
    [done.map(({ task }) => task), done.map(({ recipient }) => recipient), done.map(({ part }) => part)],
  );
  await client.query(
    `update reminders.plan p set step = g.step, due_at = g.due_at, queued_until = null, failure = null
     from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::timestamptz[])
       as g (task, recipient, part, step, due_at)
     where p.task = g.task and p.recipient = g.recipient and p.part = g.part`,
    [
      going.map(({ line }) => line.task),
      going.map(({ line }) => line.recipient),
      going.map(({ line }) => line.part),
      going.map(({ next }) => next.step),
      going.map(({ next }) => new Date(next.at)),
    ],
  );
}
