import { createPostgresStore } from '#event-store';
import { freshDatabase } from '../../support/database.ts';
import type { Attack } from '../verdict.ts';
import { balanceLine, isClean, Ledger } from './ledger.ts';
import { RestartingProgram } from './restarting-program.ts';

const PROGRAM = 'tests/faults/kills/writer-program.ts';
const PROCESSES = 4;
const APPENDS_BETWEEN_KILLS = 50;

/** kill -9 of processes in the midst of their appends; each is started again and goes on where its streams end. */
export const killWriters: Attack = {
  name: 'kill-writers',
  run: async ({ isShort, say }) => {
    const kills = isShort ? 4 : 50;
    const { url, drop } = await freshDatabase();
    const store = await createPostgresStore(url);
    const ledger = new Ledger();
    const subscription = ledger.follow(store);
    const writers = Array.from({ length: PROCESSES }, (_, n) => {
      const streams = [0, 1, 2, 3].map((writer) => `written-${n}-${writer}`);
      return new RestartingProgram([PROGRAM, url, ...streams], (line) => {
        // A line that the kill cut short says nothing.
        if (line.length === 37) ledger.tell(line.startsWith('!') ? '!' : '?', line.slice(1));
      });
    });
    for (let kill = 0; kill < kills; kill += 1) {
      await ledger.more(APPENDS_BETWEEN_KILLS);
      await writers[kill % PROCESSES]?.kill();
      say(`process killed, ${kill + 1} of ${kills}`);
    }
    await ledger.more(APPENDS_BETWEEN_KILLS);
    for (const writer of writers) await writer.stop();
    const balance = await ledger.balance(store, subscription);
    await store.close();
    await drop();
    return [
      {
        attack: `writing processes killed ${kills} times under load`,
        isAsPromised: isClean(balance),
        figures: balanceLine(balance),
      },
    ];
  },
};
