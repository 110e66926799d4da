import pg from 'pg';
import { newEvent } from './store-under-test.ts';

/**
 * What other clients of the same database do while the writers commit: one holds a transaction with a number of its own
 * open all the time; one appends and takes it back; one appends and is slow to commit. Only the last leaves events.
 */
export function disturb(url: string, prefix: string): { stop: () => Promise<[string, number][]> } {
  const slow = `${prefix}-slow`;
  const control = { stopping: false };
  const idle = holdOpen(url, control);
  const aborted = repeat(url, control, (client) => appendSlowly(client, `${prefix}-aborted`, 'rollback'));
  const committed = repeat(url, control, (client) => appendSlowly(client, slow, 'commit'));
  return {
    stop: async () => {
      control.stopping = true;
      const [commits] = await Promise.all([committed, aborted, idle]);
      return [[slow, commits]];
    },
  };
}

interface Control {
  stopping: boolean;
}

async function holdOpen(url: string, control: Control): Promise<number> {
  return repeat(url, control, async (client, isFirst) => {
    if (isFirst) await client.query('begin; select pg_current_xact_id()');
    await client.query('select pg_sleep(0.05)');
  });
}

/** How often it was done. */
async function repeat(
  url: string,
  control: Control,
  work: (client: pg.Client, isFirst: boolean) => Promise<void>,
): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  let times = 0;
  do {
    await work(client, times === 0);
    times += 1;
  } while (!control.stopping);
  await client.end();
  return times;
}

async function appendSlowly(client: pg.Client, stream: string, ending: 'commit' | 'rollback'): Promise<void> {
  const { id, type, body, seal } = newEvent();
  await client.query('begin');
  await client.query(
    `select store.append(array[$1], array[-2], array[1], array[1], array[$2::uuid], array[$3], array[$4], array[$5])`,
    [stream, id, type, body, seal],
  );
  await client.query('select pg_sleep(0.02)');
  await client.query(ending);
}
