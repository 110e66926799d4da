import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The part of Emmett's PostgreSQL store that is measured, as its 0.42.0 declares it. */
export interface EmmettStore {
  appendToStream(
    stream: string,
    events: readonly EmmettEvent[],
    options: { expectedStreamVersion: bigint | 'STREAM_DOES_NOT_EXIST' },
  ): Promise<{ nextExpectedStreamVersion: bigint }>;
  consumer(options: { pulling?: { batchSize?: number; pullingFrequencyInMs?: number } }): EmmettConsumer;
  schema: { migrate(): Promise<unknown> };
  close(): Promise<void>;
}

export interface EmmettEvent {
  type: string;
  data: unknown;
}

export interface EmmettRead extends EmmettEvent {
  metadata: { streamName: string; streamPosition: bigint; globalPosition: bigint };
}

export interface EmmettConsumer {
  reactor(options: {
    processorId: string;
    eachMessage?: (message: EmmettRead) => void;
    eachBatch?: (messages: readonly EmmettRead[]) => void | Promise<void>;
    startFrom?: 'BEGINNING';
  }): unknown;
  projector(options: { processorId?: string; projection: unknown }): unknown;
  start(): Promise<void>;
  stop(): Promise<void>;
  close(): Promise<void>;
}

interface EmmettModule {
  getPostgreSQLEventStore(url: string, options?: { connectionOptions?: { pool: unknown } }): EmmettStore;
  postgreSQLRawBatchSQLProjection(definition: {
    name: string;
    canHandle: readonly string[];
    evolve: (events: readonly EmmettRead[]) => unknown[];
    init: () => unknown;
  }): unknown;
}

interface RivalPg {
  Pool: new (options: { connectionString: string; max: number }) => { end(): Promise<void> };
}

interface DumboModule {
  SQL: (strings: TemplateStringsArray, ...values: readonly unknown[]) => unknown;
}

export interface Emmett extends EmmettModule, DumboModule {
  /** Its own copy of the driver. */
  pg: RivalPg;
}

export const RIVALS_MISSING = 'rivals are not installed: npm ci --prefix tests/rivals';

const require = createRequire(join(import.meta.dirname, 'package.json'));

export const areRivalsInstalled = (): boolean => existsSync(join(import.meta.dirname, 'node_modules'));

/** `null` where the rivals are not installed. */
export async function loadEmmett(): Promise<Emmett | null> {
  if (!areRivalsInstalled()) return null;
  const emmett = await load<EmmettModule>('@event-driven-io/emmett-postgresql');
  const { SQL } = await load<DumboModule>('@event-driven-io/dumbo');
  const pg = await load<{ default: RivalPg }>('pg');
  return { ...emmett, SQL, pg: pg.default };
}

const load = async <Module>(name: string): Promise<Module> =>
  (await import(pathToFileURL(require.resolve(name)).href)) as Module;
