import type pg from 'pg';
import { v5 } from 'uuid';
import type { Clock } from '#application';
import { CHANNEL_TERMS, type ChannelName } from '#contracts';
import { localOf } from '../calendar/index.ts';
import { reminderWording } from '../inbox/wording.ts';
import {
  deadlineSaid,
  keyOf,
  owedNow,
  pathOf,
  scheduleOf,
  subjectsOf,
  type Book,
  type Scheduled,
} from '../schedule/index.ts';
import { type Channel, type Outgoing } from './channel.ts';
import { end, take, type DeliveryKey, type Taken } from './delivery-table.ts';

export interface Delivering {
  pool: pg.Pool;
  channels: ReadonlyMap<string, Channel>;
  book: Book;
  clock: Clock;
  /** The jurisdiction's time zone, as `+08:00`. */
  offset: string;
  /** Where links of messages lead: scheme, host and port. */
  origin: string;
  /** Called between the provider's acceptance and our record; for tests that stop it there. */
  interrupt?: (step: 'accepted') => void | Promise<void>;
}

/** How often a delivery was tried by the queue, and when it is tried next. */
export interface Attempt {
  isLast: boolean;
  backoffMs: number;
}

const NAMESPACE = 'b7e6a1d0-3c58-5a0f-8f1b-6d61696c2121';
/** A queue that lost its jobs is noticed so much later than it would have tried again. */
const GRACE_MS = 120_000;

/**
 * Sends a message that is due, or the mail that gathered for a day. At least once: the Message-ID follows from task,
 * recipient, step and channel, so that a double can be told. What its reader has done meanwhile is not sent, and days are
 * counted anew.
 * @throws Error with a sentence where the provider did not take it; the queue tries again
 */
export async function deliver(on: Delivering, key: DeliveryKey, attempt: Attempt): Promise<void> {
  const channel = 'digest' in key ? 'mail' : key.channel;
  const taken = await take(on.pool, key, on.clock.now());
  const open = await asItStands(on, taken);
  const done = taken.filter(({ message }) => !open.some((one) => one.message === message));
  if (done.length > 0) await finish(on, channel, done, { state: 'withdrawn', failure: null });
  const [first] = open;
  if (!first) return;
  const id = v5('digest' in key ? `${key.recipient} ${key.digest}` : identityOf(first, channel), NAMESPACE);
  try {
    await sending(on, channel).send(outgoingOf(on, id, open));
  } catch (error) {
    await failed(on, { channel, open, attempt }, error);
  }
  await on.interrupt?.('accepted');
  await finish(on, channel, open, { state: 'sent', failure: null, messageId: id });
}

const identityOf = ({ task, recipient, step, deadline }: Taken, channel: string): string =>
  `${task} ${recipient} ${step} ${deadline} ${channel}`;

function sending({ channels }: Delivering, name: string): Channel {
  const channel = channels.get(name);
  if (channel) return channel;
  throw new Error(`${CHANNEL_TERMS[name as ChannelName]}没有配置`);
}

/**
 * A reminder whose task is done is never sent, nor one of a deadline that was moved, whose days are said in their turn;
 * the others speak of the day on which they go out. What somebody said stands by itself.
 */
async function asItStands(
  { pool, book, clock, offset }: Delivering,
  taken: readonly Taken[],
): Promise<Taken[]> {
  const timed = taken.filter(({ part }) => part !== 'notice');
  const scheduled = scheduleOf(await owedNow(pool, book, subjectsOf(timed)), book, offset);
  const today = localOf(clock.now(), offset).day;
  return taken.flatMap((message): Taken[] => {
    if (message.part === 'notice') return [message];
    const line = scheduled.get(keyOf(message));
    if (!line || !speaksOf(line, message)) return [];
    return [{ ...message, ...reminderWording(line, message.step, today) }];
  });
}

const speaksOf = ({ deadline }: Scheduled, message: Taken): boolean =>
  deadlineSaid(message.step, deadline) === message.deadline;

function outgoingOf({ book, origin }: Delivering, id: string, messages: readonly Taken[]): Outgoing {
  const [first] = messages;
  const title =
    messages.length === 1 ? (first?.title ?? '') : `今日绩效目标待办提醒（${messages.length} 条）`;
  return {
    id,
    title,
    address: first?.address ?? '',
    name: book.directory.people.get(first?.recipient ?? '')?.name ?? '',
    lines: messages.map((message) => ({
      title: message.title,
      body: message.body,
      link: `${origin}${pathOf(message, message.part)}`,
    })),
  };
}

interface Failing {
  channel: string;
  open: readonly Taken[];
  attempt: Attempt;
}

async function failed(on: Delivering, { channel, open, attempt }: Failing, error: unknown): Promise<never> {
  const failure = (error instanceof Error ? error.message : String(error)).slice(0, 500);
  await finish(on, channel, open, {
    state: attempt.isLast ? 'failed' : 'waiting',
    failure,
    queuedUntil: on.clock.now() + attempt.backoffMs + GRACE_MS,
  });
  throw error;
}

async function finish(
  { pool, clock }: Delivering,
  channel: string,
  messages: readonly Taken[],
  ending: Partial<Parameters<typeof end>[3]> & Pick<Parameters<typeof end>[3], 'state' | 'failure'>,
): Promise<void> {
  await end(
    pool,
    channel,
    messages.map(({ message }) => message),
    { messageId: null, queuedUntil: null, now: clock.now(), ...ending },
  );
}
