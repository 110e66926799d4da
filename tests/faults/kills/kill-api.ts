import { createPostgresStore, type EventStore } from '#event-store';
import { freePort } from '#platform/embedded-postgres';
import { freshDatabase } from '../../support/database.ts';
import type { Attack, Verdict } from '../verdict.ts';
import { RestartingProgram } from './restarting-program.ts';
import { draftStubbornly, signInStubbornly, type Promised } from './stubborn-clerk.ts';

const PROGRAM = 'tests/load/http/api-program.ts';
const CLERKS = 8;
const REPLIES_BETWEEN_KILLS = 20;

/** kill -9 of the API in the midst of requests; clerks ask again under the same key until they are answered. */
export const killApi: Attack = {
  name: 'kill-api',
  run: async ({ isShort, say }) => {
    const kills = isShort ? 2 : 50;
    const { url, drop } = await freshDatabase();
    const port = await freePort();
    const api = new RestartingProgram([PROGRAM, url, String(port)]);
    const stopping = new AbortController();
    const replies = new Counter();
    const clerk = await signInStubbornly(`http://127.0.0.1:${port}`);
    const clerks = Promise.all(
      Array.from({ length: CLERKS }, () =>
        draftStubbornly(clerk, { onReply: () => replies.count(), signal: stopping.signal }),
      ),
    );
    for (let kill = 1; kill <= kills; kill += 1) {
      await Promise.race([replies.more(REPLIES_BETWEEN_KILLS), clerks]);
      await api.kill();
      say(`API killed, ${kill} of ${kills}`);
    }
    await Promise.race([replies.more(REPLIES_BETWEEN_KILLS), clerks]);
    stopping.abort();
    const promised = await clerks;
    await api.stop();
    const store = await createPostgresStore(url);
    const verdict = await judge(store, promised);
    await store.close();
    await drop();
    return [{ attack: `API killed ${kills} times under load`, ...verdict }];
  },
};

async function judge(store: EventStore, promised: readonly Promised[]): Promise<Omit<Verdict, 'attack'>> {
  const ids = promised.flatMap((each) => [...each.values()]);
  const drafted: string[] = [];
  const filter = { types: ['TargetDrafted'] };
  for (let from: string | null | undefined = undefined; from !== null;) {
    const { events, next } = await store.readAll(from === undefined ? { filter } : { filter, from });
    drafted.push(...events.map(({ stream }) => stream));
    from = next;
  }
  const there = new Set(drafted);
  const lost = ids.filter((id) => !there.has(`target-${id}`)).length;
  // Every clerk was answered in the end, so each target must belong to exactly one key.
  const surplus = drafted.length - new Set(ids).size;
  const shared = ids.length - new Set(ids).size;
  return {
    isAsPromised: lost === 0 && surplus === 0 && shared === 0 && ids.length > 0,
    figures: `${ids.length} drafts acknowledged, ${lost} lost, ${surplus} too many, ${shared} answered for another`,
  };
}

class Counter {
  private counted = 0;
  private waiting: { until: number; resolve: () => void } | null = null;

  count(): void {
    this.counted += 1;
    if (this.waiting !== null && this.counted >= this.waiting.until) this.waiting.resolve();
  }

  async more(count: number): Promise<void> {
    await new Promise<void>((resolve) => {
      this.waiting = { until: this.counted + count, resolve };
    });
  }
}
