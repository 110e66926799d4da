import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type FastifyBaseLogger } from 'fastify';
import { systemClock } from '#application';
import { migrateAudit } from '#audit';
import { migrateJobs, type QueuePlace } from '#jobs';
import { openAccess } from '#platform/access';
import { Attachments } from '#platform/attachments';
import { openAccountsOf, type Configuration } from '#platform/configuration';
import { openInstallation } from '#platform/installation';
import { openReadModels } from '#read-models';
import { createApi } from './api.ts';
import { Metrics } from './operations/metrics.ts';
import { serveQueueBoard } from './operations/queue-board.ts';
import { readWebPages } from './web/index.ts';

const WEB = join(dirname(createRequire(import.meta.url).resolve('#root')), 'dist/web');

export interface Server {
  readonly port: number;
  close(): Promise<void>;
}

export interface ServerSurroundings {
  log: FastifyBaseLogger;
  /** The register of this process could not be kept up. */
  onFailure: (error: unknown) => void;
}

/** China has one time zone. */
const TIME_OFFSET = '+08:00';

const queuesOf = ({ redisUrl }: Configuration, databaseUrl: string): QueuePlace =>
  redisUrl === undefined ? { databaseUrl } : { redisUrl };

/** Opens what the interface stands on and listens; closes in the reverse order. */
export async function startServer(
  configuration: Configuration & { databaseUrl: string },
  { log, onFailure }: ServerSurroundings,
): Promise<Server> {
  const { databaseUrl, host, port, origin, production } = configuration;
  const closers: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const one of closers.splice(0).reverse()) await one();
  };
  try {
    const installation = await openInstallation(configuration, { clock: systemClock, onFailure });
    closers.push(() => installation.close());
    const { application, store, pool } = installation;
    await migrateAudit(pool);
    await migrateJobs(pool);
    const readModels = await openReadModels({ databaseUrl, store });
    closers.push(() => readModels.close());
    const access = await openAccess(databaseUrl);
    closers.push(() => access.close());
    const secureCookies = production && origin.startsWith('https:');
    const openAccounts = openAccountsOf(configuration);
    const { oidc = null } = configuration;
    const settings = { origin, secureCookies, now: () => systemClock.now(), openAccounts, oidc };
    const metrics = new Metrics();
    const { jurisdiction } = configuration;
    const audit = { pool, store, clock: systemClock, jurisdiction, timeOffset: TIME_OFFSET };
    const jobs = { pool, queues: queuesOf(configuration, databaseUrl) };
    const { dataFolder } = configuration;
    const attachments = await Attachments.open(pool, { ...configuration.attachments, dataFolder });
    const pages = readWebPages(WEB);
    const parts = {
      application,
      store,
      access,
      readModels,
      settings,
      metrics,
      audit,
      jobs,
      attachments,
      pages,
    };
    const api = await createApi({ ...parts, queueBoard: serveQueueBoard }, log);
    closers.push(() => api.close());
    return { port: await api.listen(port, host), close };
  } catch (error) {
    await close();
    throw error;
  }
}
