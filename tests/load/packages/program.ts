// One step of the life of a large package, in a process of its own so that its memory can be told.
import { createWriteStream } from 'node:fs';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { catchUpLog, migrateAudit, verifyPackage, writePackage, type PackageMaker } from '#audit';
import { systemClock } from '#application';
import { createPostgresStore } from '#event-store';
import type { StepTold } from './index.ts';

const [step = '', databaseUrl = '', keyFile = '', file = ''] = process.argv.slice(2);
const MEBIBYTE = 1_024;
const peak = (): number => process.resourceUsage().maxRSS / MEBIBYTE;

async function withMaker<T>(use: (maker: PackageMaker) => Promise<T>): Promise<T> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 4 });
  const store = await createPostgresStore(databaseUrl);
  await migrateAudit(pool);
  try {
    return await use({
      pool,
      store,
      clock: systemClock,
      jurisdiction: '430699',
      timeOffset: '+08:00',
      keyFile,
    });
  } finally {
    await store.close();
    await pool.end();
  }
}

const STEPS: Readonly<Record<string, () => Promise<number>>> = {
  follow: () =>
    withMaker(async (maker) => {
      await catchUpLog(maker);
      return 0;
    }),
  make: () =>
    withMaker(async (maker) => {
      const order = { id: randomUUID(), scope: { campaign: 'c' }, by: 'bench' };
      const { streams } = await writePackage(maker, order, createWriteStream(file));
      return streams.reduce((sum, { events }) => sum + events, 0);
    }),
  verify: async () => {
    const { intact, events, firstBad } = await verifyPackage(file);
    if (!intact) throw new Error(`Not intact: ${JSON.stringify(firstBad)}`);
    return events;
  },
};

const before = peak();
const began = performance.now();
const events = (await STEPS[step]?.()) ?? 0;
const told: StepTold = { events, seconds: (performance.now() - began) / 1_000, before, peak: peak() };
process.send?.(told);
