import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type FastifyBaseLogger } from 'fastify';
import { systemClock } from '#application';
import { migrateAudit } from '#audit';
import { migrateJobs, type QueuePlace } from '#jobs';
import { openAccess } from '#platform/access';
import { Attachments } from '#platform/attachments';
import { openAccountsOf, TIME_OFFSET, type Configuration } from '#platform/configuration';
import { openInstallation } from '#platform/installation';
import { openReadModels } from '#read-models';
import { type ApiParts } from './api-module.ts';
import { createApi } from './api.ts';
import { Metrics } from './operations/metrics.ts';
import { serveQueueBoard } from './operations/queue-board.ts';
import { type ApiSettings } from './settings.ts';
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

function settingsOf(configuration: Configuration): ApiSettings {
  const { origin, production, oidc = null } = configuration;
  const secureCookies = production && origin.startsWith('https:');
  const openAccounts = openAccountsOf(configuration);
  return { origin, secureCookies, now: () => systemClock.now(), openAccounts, oidc };
}

const queuesOf = ({ redisUrl }: Configuration, databaseUrl: string): QueuePlace =>
  redisUrl === undefined ? { databaseUrl } : { redisUrl };

type Closers = (() => Promise<void>)[];

/** Opens what the interface stands on and listens; closes in the reverse order. */
export async function startServer(
  configuration: Configuration & { databaseUrl: string },
  { log, onFailure }: ServerSurroundings,
): Promise<Server> {
  const closers: Closers = [];
  const close = async (): Promise<void> => {
    for (const one of closers.splice(0).reverse()) await one();
  };
  try {
    const api = await createApi(await openParts(configuration, onFailure, closers), log);
    closers.push(() => api.close());
    return { port: await api.listen(configuration.port, configuration.host), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function openParts(
  configuration: Configuration & { databaseUrl: string },
  onFailure: ServerSurroundings['onFailure'],
  closers: Closers,
): Promise<ApiParts> {
  const { databaseUrl, jurisdiction, dataFolder } = configuration;
  const installation = await openInstallation(configuration, { clock: systemClock, onFailure });
  closers.push(() => installation.close());
  const { application, store, pool } = installation;
  await migrateAudit(pool);
  await migrateJobs(pool);
  const readModels = await openReadModels({ databaseUrl, store });
  closers.push(() => readModels.close());
  const access = await openAccess(databaseUrl);
  closers.push(() => access.close());
  return {
    application,
    store,
    access,
    readModels,
    settings: settingsOf(configuration),
    metrics: new Metrics(),
    pages: readWebPages(WEB),
    audit: { pool, store, clock: systemClock, jurisdiction, timeOffset: TIME_OFFSET },
    jobs: { pool, queues: queuesOf(configuration, databaseUrl) },
    attachments: await Attachments.open(pool, { ...configuration.attachments, dataFolder }),
    queueBoard: serveQueueBoard,
  };
}
