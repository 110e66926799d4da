import { existsSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

import { configurationOrFail } from '../../apps/cli/configuration.ts';
import { withDatabase } from '../../apps/cli/with-database.ts';
import { clear, freshPlace, StartedSystem } from './system.ts';

describe('the database of a command', () => {
  let place: Awaited<ReturnType<typeof freshPlace>>;
  const notes = (): Promise<number> =>
    withDatabase(configurationOrFail({ MUBIAO_DATA: place.dataFolder }), async (connectionString) => {
      const client = new pg.Client({ connectionString });
      await client.connect();
      try {
        return (await client.query('select from note')).rowCount ?? -1;
      } finally {
        await client.end();
      }
    });

  beforeEach(async () => {
    place = await freshPlace();
  });
  afterEach(() => clear(place));

  it('is that of the running system, and when it has stopped, is opened for as long as it takes', async () => {
    const system = new StartedSystem(place.dataFolder, place.port);
    await system.until('系统已启动');
    await system.call('PUT');
    expect(await notes()).toBe(1);
    expect(await system.call('GET')).toMatchObject({ notes: 1 });
    await system.stop();

    expect(await notes()).toBe(1);
    expect(existsSync(join(place.dataFolder, 'postgresql/postmaster.pid'))).toBe(false);
    expect(existsSync(join(place.dataFolder, 'lock'))).toBe(false);
  });

  it('is that of DATABASE_URL before any other', async () => {
    const configuration = configurationOrFail({
      MUBIAO_DATA: place.dataFolder,
      DATABASE_URL: 'postgresql://db/x',
    });
    expect(await withDatabase(configuration, (url) => Promise.resolve(url))).toBe('postgresql://db/x');
    expect(existsSync(place.dataFolder)).toBe(false);
  });
});
