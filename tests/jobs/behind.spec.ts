import { Register } from '#application';
import type { EventStore } from '#event-store';
import { openQueues, REMINDERS, type QueueBackend } from '#jobs';
import { request } from '../../libs/application/given.ts';
import { upToDate } from '../../libs/jobs/queues/up-to-date.ts';
import { Office, until, WINDOWS } from './office.ts';

const REGISTER = ['campaign-', 'directory-'];

/** The store as a worker sees it whose news of the register comes late: not before `arrive` is called. */
function late(store: EventStore): { store: EventStore; hold: () => void; arrive: () => void } {
  let isHeld = Promise.resolve();
  let arrive = (): void => undefined;
  const seen: EventStore = Object.create(store) as EventStore;
  seen.subscribe = (options, take) => {
    const isRegister = options.filter?.streamPrefixes?.join() === REGISTER.join();
    if (!isRegister) return store.subscribe(options, take);
    return store.subscribe(options, async (events, to) => {
      await isHeld;
      await take(events, to);
    });
  };
  return {
    store: seen,
    hold: () => {
      isHeld = new Promise((resolve) => (arrive = resolve));
    },
    arrive: () => arrive(),
  };
}

describe('a worker that is behind the events', () => {
  let office: Office;
  let backend: QueueBackend;
  let letGo = (): void => undefined;
  beforeEach(async () => {
    office = await Office.open();
    backend = await openQueues({ databaseUrl: office.url });
  });
  afterEach(async () => {
    letGo();
    await backend.close();
    await office.close();
  });

  /** Done, or in hand and standing still for a few looks. */
  const jobInHand = async (): Promise<void> => {
    const queue = backend.queue(REMINDERS);
    let looks = 0;
    await until('a job to be taken', async () => {
      const { active = 0, completed = 0 } = await queue.getJobCounts('active', 'completed');
      looks = active > 0 ? looks + 1 : 0;
      return completed > 0 || looks > 5;
    });
    await queue.close();
  };

  it('says what another planned of a campaign once it has heard of it, and takes nothing for done before', async () => {
    // So that nobody is asked at once to find people for it.
    await office.staff('101');
    const { store, hold, arrive } = late(office.county.store);
    letGo = arrive;
    await office.work(undefined, { store });
    hold();
    const other = await office.work();
    await office.openCampaign('d', { windows: WINDOWS });
    await office.draft('d');
    await office.settled();
    await other.stop();
    office.goTo('2027-03-24 09:00');
    await jobInHand();
    arrive();
    await office.settled();
    expect((await office.told('clerk')).map(({ step }) => step)).toEqual(['d-7']);
  });

  it('asks nobody for what they did while it rested', async () => {
    await office.work();
    await office.openCampaign('d', { windows: WINDOWS });
    const id = await office.draft('d');
    await office.settled();
    await office.rest();
    await office.leaveViews();
    await office.county.application.send(id, { type: 'PresentTarget' }, request('clerk'));
    office.clock.moveTo('2027-03-31 09:00');
    await office.work();
    await jobInHand();
    await office.keepViews();
    await office.settled();
    expect((await office.told('clerk')).map(({ step }) => step)).toEqual([]);
    expect((await office.told('head')).map(({ step }) => step)).toContain('d0');
  });

  it('says at last what it knows, where the plan stands still for good', async () => {
    await office.work();
    await office.openCampaign('d', { windows: WINDOWS });
    await office.draft('d');
    await office.settled();
    await office.leaveViews();
    await office.draft('d', '还没有列入计划的');
    const register = new Register(office.county.store, () => undefined);
    await register.start();
    const knowing = { pool: office.pool, store: office.county.store, register };
    const stopping = AbortSignal.abort();
    await expect(upToDate(knowing, { stopping, isLast: false })).rejects.toThrow('尚未跟上已办的事');
    await upToDate(knowing, { stopping, isLast: true });
    await register.stop();
  });
});
