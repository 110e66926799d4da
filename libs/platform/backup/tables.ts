import type pg from 'pg';

/** A table as the catalogue has it. */
export interface TableShape {
  /** `schema.name` */
  table: string;
  columns: string[];
}

/**
 * What a backup leaves out, each for its reason; whatever else there is in the database is in it, so that a table that
 * is added later cannot be forgotten.
 */
const LEFT_OUT: readonly (readonly [pattern: RegExp, because: string])[] = [
  [/^read_/, 'rows of read models are derived from the events'],
  [/^person_keys\./, 'keys of personal details are kept apart'],
  [/^access\.(session|failure|link)$/, 'who is signed in at the moment, and links that work once'],
  [
    /^audit\.(log|leaf|node|follower)$/,
    'the log is derived from the events and proved against its signed roots',
  ],
  [/^audit\.package_chunk$/, 'packages are made again'],
  [/^(bullmq|bull|queue)/, 'the queue carries what is due now, from the events'],
  [/\.(schema_version|migrations?|bullmq_migration)$/, 'the program makes its own tables'],
];

export const isLeftOut = (table: string): boolean => LEFT_OUT.some(([pattern]) => pattern.test(table));

/** Every table whose rows belong into a backup, those that are referred to first. */
export async function tablesToKeep(client: pg.ClientBase): Promise<TableShape[]> {
  const tables = (await tablesIn(client)).filter(({ table }) => !isLeftOut(table));
  const references = await referencesIn(client);
  const ordered: TableShape[] = [];
  const place = (one: TableShape): void => {
    if (ordered.includes(one)) return;
    const needed = references.filter(({ from, to }) => from === one.table && to !== one.table);
    for (const { to } of needed) for (const other of tables) if (other.table === to) place(other);
    ordered.push(one);
  };
  tables.forEach(place);
  return ordered;
}

/** Generated columns are not among the columns: their values follow. */
async function tablesIn(client: pg.ClientBase): Promise<TableShape[]> {
  const { rows } = await client.query<TableShape>(`
    select format('%I.%I', n.nspname, c.relname) as table, array_agg(a.attname::text order by a.attnum) as columns
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    where c.relkind in ('r', 'p') and not c.relispartition and c.relpersistence = 'p'
      and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
    group by 1 order by 1`);
  return rows;
}

async function referencesIn(client: pg.ClientBase): Promise<{ from: string; to: string }[]> {
  const { rows } = await client.query<{ from: string; to: string }>(`
    select format('%I.%I', n.nspname, c.relname) as from, format('%I.%I', m.nspname, d.relname) as to
    from pg_constraint k
    join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    join pg_class d on d.oid = k.confrelid join pg_namespace m on m.oid = d.relnamespace
    where k.contype = 'f'`);
  return rows;
}
