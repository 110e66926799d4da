import { keepUp, StoreUnavailable, type Following, type StoredEvent } from '#event-store';
import { NothingToPackage, readBegun, writePackage, type PackageMaker } from '../packages/index.ts';
import { CAMPAIGN_STREAMS, orderAtClose } from './close-orders.ts';
import { ChunkWriter } from './package-chunks.ts';
import { PACKAGE_STREAMS, readPackage } from './package-stream.ts';
import {
  cancel,
  enqueue,
  fail,
  finish,
  giveBack,
  lease,
  ordersReadTo,
  rememberOrders,
  renew,
  stayAlive,
  tidy,
  type Lease,
} from './package-table.ts';

export interface PackageWorkerOptions extends PackageMaker {
  log: (sentence: string, error?: unknown) => void;
}

/** Somebody else's dead job is looked for so often; one that was asked for is begun at once. */
const LOOK_EVERY_MS = 10_000;
/** A few times in a lease. */
const ALIVE_EVERY_MS = 5_000;
/** Whoever gets no further for so long hangs, and another may try. */
const LONGEST_STEP_MS = 600_000;
const TELL_EVERY_MS = 250;
/** Orders read at once, at most. */
const BATCH = 500;
/** The package is no longer ours to make. */
class GivenUp extends Error {}

/**
 * Makes the packages that were asked for, one at a time, until stopped; any number of workers may. What is asked for is
 * read from the events, so that an order is never lost; a worker that dies leaves its job to the next, who goes on from
 * what was written of it; after an error it is begun anew.
 */
export class PackageWorker {
  private readonly timer: NodeJS.Timeout;
  private readonly orders: Following;
  private working: Promise<void> = Promise.resolve();
  private isStopped = false;

  constructor(private readonly options: PackageWorkerOptions) {
    const { store, pool, log } = options;
    this.orders = keepUp({
      store,
      filter: { streamPrefixes: [PACKAGE_STREAMS, CAMPAIGN_STREAMS], types: TYPES },
      batchSize: BATCH,
      reached: () => ordersReadTo(pool),
      // Whoever reads the same orders again asks for what is there.
      take: async ({ events, to }) => {
        for (const event of events) await heed(options, event);
        await rememberOrders(pool, to);
        if (events.length > 0) this.look();
        return 'taken';
      },
      onInterrupted: (error) => log('审计包任务跟不上事件，将重试', error),
    });
    this.timer = setInterval(() => this.look(), LOOK_EVERY_MS);
    this.look();
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    clearInterval(this.timer);
    await this.orders.stop();
    await this.working;
  }

  private look(): void {
    this.working = this.working
      .then(() => this.makeAll())
      .catch((error: unknown) => this.options.log('审计包任务暂时中断，将重试', error));
  }

  private async makeAll(): Promise<void> {
    const { pool } = this.options;
    await tidy(pool);
    // What was given back on stopping is for the next worker, not for a look that waited here meanwhile.
    while (!this.isStopped) {
      const job = await lease(pool);
      if (job === null) return;
      await this.make(job);
    }
  }

  private async make(job: Lease): Promise<void> {
    const { pool, log } = this.options;
    let further = Date.now();
    const alive = setInterval(() => {
      if (Date.now() - further > LONGEST_STEP_MS) return;
      // Where the database is away the job itself hears of it.
      stayAlive(pool, job).catch(() => undefined);
    }, ALIVE_EVERY_MS);
    try {
      await this.write(job, () => (further = Date.now()));
    } catch (error) {
      const isAway = error instanceof StoreUnavailable;
      if (isAway || (error instanceof GivenUp && this.isStopped)) await giveBack(pool, job);
      else await fail(pool, job, reasonOf(error));
      // Nobody's fault, and of no use to try at once.
      if (isAway) throw error;
      if (!(error instanceof GivenUp)) log('审计包没有生成', error);
    } finally {
      clearInterval(alive);
    }
  }

  private async write(job: Lease, onFurther: () => void): Promise<void> {
    const { pool, store } = this.options;
    const order = await readPackage(store, job.id);
    if (!order || order.cancelled) {
      // Whoever cancelled it may not have said so in the table yet.
      await cancel(pool, job.id);
      throw new GivenUp();
    }
    const file = new ChunkWriter(pool, job);
    let told = 0;
    const onProgress = async (done: number, total: number): Promise<void> => {
      if (this.isStopped) throw new GivenUp();
      onFurther();
      // Nobody reads faster than this.
      if (done < total && Date.now() - told < TELL_EVERY_MS && !file.isFull) return;
      // What is told is kept: progress never goes back.
      await file.keep();
      if (!(await renew(pool, job, done, total))) throw new GivenUp();
      told = Date.now();
    };
    const { scope, by } = order;
    const begun = await readBegun(file.kept());
    await writePackage(this.options, { id: job.id, scope, by: by.name, onProgress, begun }, file);
    await finish(pool, job, file.result());
  }
}

/** What of the feed concerns packages. */
const TYPES = ['AuditPackageRequested', 'AuditPackageCancelled', 'CampaignClosed'];

async function heed(options: PackageWorkerOptions, event: StoredEvent): Promise<void> {
  const id = event.stream.slice(PACKAGE_STREAMS.length);
  if (event.type === 'AuditPackageRequested') await enqueue(options.pool, id);
  if (event.type === 'AuditPackageCancelled') await cancel(options.pool, id);
  if (event.type === 'CampaignClosed') await enqueue(options.pool, await orderAtClose(options, event));
}

function reasonOf(error: unknown): { sentence: string; again: boolean } {
  if (error instanceof NothingToPackage) return { sentence: error.message, again: false };
  return { sentence: '生成审计包时出错，请稍后重试或联系管理员', again: true };
}
