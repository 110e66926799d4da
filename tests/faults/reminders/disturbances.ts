import { randomInt } from 'node:crypto';
import { Register } from '#application';
import { openQueues, reconcile, type QueuePlace } from '#jobs';
import { OFFSET } from '../../jobs/office.ts';
import { RedisServer } from '../../jobs/redis-server.ts';
import { workUpTo } from './killed-worker.ts';
import { type RemindedOffice } from './reminded-office.ts';

/** One way of losing something while reminders go out. */
export interface Disturbance {
  name: string;
  /** Ready to disturb an office: what to do each time, and how to clear up. */
  prepare: (reminded: RemindedOffice) => Promise<Prepared>;
}

export interface Prepared {
  /** Something becomes due and is disturbed on the way; says where. The office has settled afterwards. */
  disturb: (time: number) => Promise<string>;
  end: () => Promise<void>;
}

/** A batch has four steps, and every mail one. */
const STEPS = 9;
/** In a random moment of the few milliseconds that telling takes. */
const MOST_MS = 60;
/** Whatever was taken in hand and not done is given up after two minutes. */
const LATER_MINUTES = 5;

const aMoment = (): Promise<number> =>
  new Promise((resolve) => {
    const milliseconds = randomInt(MOST_MS);
    setTimeout(() => resolve(milliseconds), milliseconds);
  });

/** kill -9 at a random step; every second time another worker is at it as well. */
export const killedWorker: Disturbance = {
  name: 'worker killed',
  prepare: (reminded) => {
    const { office, mails, mail } = reminded;
    const work = () => office.work({ databaseUrl: office.url }, { channels: [mail] });
    return Promise.resolve({
      disturb: async (time) => {
        const { at } = reminded.nextDay();
        office.goTo(at(0));
        const doomed = { databaseUrl: office.url, redisUrl: null, moment: office.clock.now(), mails };
        const isAlone = time % 2 === 0;
        const besides = async (): Promise<void> => {
          await work();
          await office.settled();
        };
        const step = 1 + randomInt(STEPS);
        const place = await workUpTo({ ...doomed, step, ...(!isAlone && { meanwhile: besides }) });
        if (isAlone) await work();
        office.goTo(at(LATER_MINUTES));
        await office.settled();
        await office.rest();
        return place;
      },
      end: () => Promise.resolve(),
    });
  },
};

/** A worker that goes on throughout, while something else is lost. */
async function besides(
  reminded: RemindedOffice,
  place: QueuePlace,
  lose: () => Promise<void>,
): Promise<Prepared> {
  const { office, mail } = reminded;
  await office.work(place, { channels: [mail] });
  await office.settled();
  return {
    disturb: async () => {
      const { at } = reminded.nextDay();
      office.goTo(at(0));
      const after = await aMoment();
      await lose();
      office.goTo(at(LATER_MINUTES));
      await office.settled();
      return `after ${String(after)} ms`;
    },
    end: () => office.rest(true),
  };
}

/** Every job is gone from the queues in PostgreSQL. */
export const emptiedQueues: Disturbance = {
  name: 'queues in PostgreSQL emptied',
  prepare: async (reminded) => {
    const place = { databaseUrl: reminded.office.url };
    const queues = await openQueues(place);
    const both = ['reminders', 'deliveries'].map((name) => queues.queue(name));
    const prepared = await besides(reminded, place, async () => {
      for (const queue of both) await queue.obliterate({ force: true });
    });
    return {
      ...prepared,
      end: async () => {
        await prepared.end();
        for (const queue of both) await queue.close();
        await queues.close();
      },
    };
  },
};

/** Redis is killed and comes back empty. */
export const lostRedis: Disturbance = {
  name: 'Redis killed, back empty',
  prepare: async (reminded) => {
    const server = await RedisServer.start();
    const prepared = await besides(reminded, { redisUrl: server.url }, async () => {
      await server.kill();
      await server.up();
    });
    return {
      ...prepared,
      end: async () => {
        await prepared.end();
        await server.stop();
      },
    };
  },
};

/** The schedule is emptied and made anew from the events, as `mubiao jobs reconcile` does. */
export const emptiedPlan: Disturbance = {
  name: 'schedule emptied, then reconciled',
  prepare: async (reminded) => {
    const { office } = reminded;
    const { store } = office.county;
    const register = new Register(store, () => undefined);
    await register.start();
    const prepared = await besides(reminded, { databaseUrl: office.url }, async () => {
      await office.pool.query('delete from reminders.plan');
      await reconcile(
        { pool: office.pool, store },
        { book: register, offset: OFFSET, now: office.clock.now() },
      );
    });
    return {
      ...prepared,
      end: async () => {
        await prepared.end();
        await register.stop();
      },
    };
  },
};
