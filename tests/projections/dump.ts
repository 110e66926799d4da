import pg from 'pg';

/** Every row of the read models as text, table by table, checkpoints left out: for comparing a rebuilt one with the live one. */
export async function dumpOf(url: string): Promise<Record<string, string[]>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ place: string }>(
      `select table_schema || '.' || table_name as place from information_schema.tables
       where table_schema like 'read\\_%' and table_schema <> 'read_models' order by 1`,
    );
    const dump: Record<string, string[]> = {};
    for (const { place } of rows) {
      const found = await client.query<{ line: string }>(`select x::text as line from ${place} x order by 1`);
      dump[place] = found.rows.map(({ line }) => line);
    }
    return dump;
  } finally {
    await client.end();
  }
}

/** How often each table has a row, by name; to see that something was compared. */
export const sizesOf = (dump: Record<string, string[]>): Record<string, number> =>
  Object.fromEntries(Object.entries(dump).map(([place, rows]) => [place, rows.length]));
