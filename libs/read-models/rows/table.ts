/** A table of a read model; every projection has a schema of its own, so names repeat freely. */
export interface Table {
  name: string;
  /** Column name → PostgreSQL type. */
  columns: Readonly<Record<string, string>>;
  key: readonly string[];
  /** Column lists (with an access method where it is not the usual one): `(unit, id)`, `using gin (grams)`. */
  indexes: readonly string[];
}

/** Values as JSON writes them; `undefined` is stored as null. */
export type Row = Readonly<Record<string, unknown>>;

/** One set-based change. Rows of one upsert must have different keys. */
export type RowOperation =
  | { kind: 'upsert'; table: Table; rows: readonly Row[] }
  | { kind: 'delete'; table: Table; column: string; values: readonly string[] };

/** Columns that sort and compare the same on every server, whatever the locale of its database. */
const typeOf = (type: string): string => (type === 'text' ? 'text collate "C"' : type);

/** The statements that create a projection's tables in `schema`; also says whether two programs mean the same tables. */
export function definitionOf(tables: readonly Table[], schema: string): string {
  const statements = tables.map(({ name, columns, key, indexes }) => {
    const fields = Object.entries(columns).map(([column, type]) => `${column} ${typeOf(type)}`);
    const table = `create table ${schema}.${name} (${[...fields, `primary key (${key.join(', ')})`].join(', ')}) with (fillfactor = 80);`;
    return [table, ...indexes.map((index) => `create index on ${schema}.${name} ${index};`)].join('\n');
  });
  return [`create schema ${schema};`, ...statements].join('\n');
}

/** An operation as one prepared statement; rows travel as one JSON text, which PostgreSQL takes apart by column. */
export function statementOf(
  operation: RowOperation,
  schema: string,
): { name: string; text: string; values: unknown[] } {
  const { table } = operation;
  const place = `${schema}.${table.name}`;
  switch (operation.kind) {
    case 'upsert':
      return {
        name: `${place}-upsert`,
        text: upsertText(table, place),
        values: [JSON.stringify(operation.rows)],
      };
    case 'delete': {
      const { column, values } = operation;
      const type = table.columns[column] ?? 'text';
      const text = `delete from ${place} where ${column} = any($1::${type}[])`;
      return { name: `${place}-delete-${column}`, text, values: [values] };
    }
  }
}

function upsertText({ columns, key }: Table, place: string): string {
  const names = Object.keys(columns);
  const changed = names.filter((name) => !key.includes(name)).map((name) => `${name} = excluded.${name}`);
  const otherwise = changed.length === 0 ? 'nothing' : `update set ${changed.join(', ')}`;
  const list = names.join(', ');
  return `insert into ${place} (${list}) select ${list} from json_populate_recordset(null::${place}, $1::json)
    on conflict (${key.join(', ')}) do ${otherwise}`;
}
