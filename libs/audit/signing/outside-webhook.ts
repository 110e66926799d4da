import { createHash } from 'node:crypto';
import type pg from 'pg';
import { type EventStore } from '#event-store';
import { SEALS } from './seals-stream.ts';

const ANSWER_WITHIN_MS = 10_000;
const PAGE = 100;

/**
 * Posts every event of the stream `seals` that the address has not acknowledged yet, a JSON line each, in order. At
 * least once: a post whose answer was lost is sent again with the same `revision`.
 * @throws Error where the address does not answer 2xx; the next call begins where this one ended
 */
export async function deliverToWebhook(store: EventStore, pool: pg.Pool, url: string): Promise<number> {
  // The address may hold a token: the table keeps its hash only.
  const place = `webhook ${createHash('sha256').update(url).digest('hex')}`;
  let revision = await deliveredTo(pool, place);
  let sent = 0;
  for (;;) {
    const events = await store.readStream(SEALS, { from: revision + 1, limit: PAGE });
    if (events.length === 0) return sent;
    await post(url, events.map(({ body }) => `${body}\n`).join(''));
    revision += events.length;
    sent += events.length;
    await pool.query(
      `insert into audit.delivery (place, revision) values ($1, $2)
       on conflict (place) do update set revision = greatest(audit.delivery.revision, excluded.revision)`,
      [place, revision],
    );
  }
}

async function deliveredTo(pool: pg.Pool, place: string): Promise<number> {
  const { rows } = await pool.query<{ revision: number }>(
    'select revision from audit.delivery where place = $1',
    [place],
  );
  return rows[0]?.revision ?? -1;
}

async function post(url: string, body: string): Promise<void> {
  const headers = { 'content-type': 'application/x-ndjson' };
  const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
  const reply = await fetch(url, { method: 'POST', headers, body, signal, redirect: 'error' });
  await reply.arrayBuffer();
  if (!reply.ok) throw new Error(`接收签名根的地址答复 ${reply.status}，将重试。`);
}
