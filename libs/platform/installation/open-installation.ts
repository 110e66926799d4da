import pg from 'pg';
import {
  Application,
  assessForm,
  openPersonKeys,
  readMasterKey,
  screenForm,
  type Clock,
  type PersonKeys,
} from '#application';
import { type EventStore } from '#event-store';
import { neighboursIn } from '#read-models';
import { openEventStore } from '#platform/event-store';
import { rememberKeys } from '#platform/person-keys';
import { masterFileOf, TIME_OFFSET, type Configuration } from '#platform/configuration';

/** What the configuration has to say for the application to be opened. */
export type InstallationPlace = Pick<
  Configuration,
  'dataFolder' | 'jurisdiction' | 'keysFile' | 'eventStoreUrl'
> & {
  databaseUrl: string;
};

export interface Installation {
  application: Application;
  store: EventStore;
  keys: PersonKeys;
  /** For whoever keeps tables of their own beside: sessions, read models. */
  pool: pg.Pool;
  close(): Promise<void>;
}

const CONNECT_WITHIN_MS = 5_000;
const JUDGEMENT = { screen: screenForm, assess: assessForm };

/**
 * The one place where store, keys, screening and scoring are put together; the API, the demo's seeding and the command
 * line all come through here. Resolves when the register is folded.
 * @throws StoreUnavailable, or an Error with a sentence for an unusable key file
 */
export async function openInstallation(
  place: InstallationPlace,
  { clock, onFailure }: { clock: Clock; onFailure: (error: unknown) => void },
): Promise<Installation> {
  const master = readMasterKey(masterFileOf(place));
  const store = await openEventStore(place);
  const pool = new pg.Pool({
    connectionString: place.databaseUrl,
    max: 8,
    connectionTimeoutMillis: CONNECT_WITHIN_MS,
  });
  // A connection that breaks while idle is replaced at its next use; without a listener it would end the process.
  pool.on('error', () => undefined);
  const closeStorage = async (): Promise<void> => {
    await store.close();
    await pool.end();
  };
  try {
    const keys = rememberKeys(await openPersonKeys(pool, master), pool);
    const jurisdiction = { code: place.jurisdiction, name: '', timeOffset: TIME_OFFSET };
    const application = new Application({
      store,
      clock,
      keys,
      jurisdiction,
      neighbours: neighboursIn(pool),
      ...JUDGEMENT,
      onFailure,
    });
    await application.ready();
    const close = async (): Promise<void> => {
      await application.close();
      await keys.close();
      await closeStorage();
    };
    return { application, store, keys, pool, close };
  } catch (error) {
    await closeStorage();
    throw error;
  }
}
