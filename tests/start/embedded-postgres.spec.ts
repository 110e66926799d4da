import pg from 'pg';
import { freshDatabase } from '../support/database.ts';

describe('the database of a test', () => {
  it('is a fresh one', async () => {
    const { url, drop } = await freshDatabase();
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query<{ f: string }>(
      "select current_setting('fsync') f, current_database()",
    );
    expect(rows[0]?.f).toBe('on');
    await client.end();
    await drop();
  });
});
