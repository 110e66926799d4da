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

/**
 * One set-based change. Rows of one upsert must have different keys; an insert's rows are new, or something is wrong.
 */
export type RowOperation =
  | { kind: 'upsert' | 'insert'; table: Table; rows: readonly Row[] }
  | { kind: 'delete'; table: Table; column: string; values: readonly string[] };

/** Without those that change nothing. */
export const changing = (operations: readonly RowOperation[]): RowOperation[] =>
  operations.filter((each) => (each.kind === 'delete' ? each.values : each.rows).length > 0);

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

/** An operation as one prepared statement, whose parameters are a column each: PostgreSQL takes them apart the fastest. */
export function statementOf(operation: RowOperation, schema: string): Statement {
  const { table } = operation;
  const place = `${schema}.${table.name}`;
  switch (operation.kind) {
    case 'insert':
    case 'upsert': {
      const conflict = operation.kind === 'upsert' ? conflictText(table) : '';
      const values = Object.entries(table.columns).map(([column, type]) =>
        operation.rows.map((row) => elementOf(row[column], type)),
      );
      return { name: `${place}-${operation.kind}`, text: insertText(table, place) + conflict, values };
    }
    case 'delete': {
      const { column, values } = operation;
      const type = table.columns[column] ?? 'text';
      const text = `delete from ${place} where ${column} = any($1::${type}[])`;
      return { name: `${place}-delete-${column}`, text, values: [values] };
    }
  }
}

export interface Statement {
  name: string;
  text: string;
  values: unknown[];
}

/** `unnest` would take an array of arrays apart to its last element, and knows no array of json: both go as text. */
const goesAsText = (type: string): boolean => type.endsWith('[]') || type === 'json';

function insertText({ columns }: Table, place: string): string {
  const entries = Object.entries(columns);
  const names = entries.map(([name]) => name).join(', ');
  const selected = entries.map(([name, type]) => (goesAsText(type) ? `u.${name}::${type}` : `u.${name}`));
  const arrays = entries.map(([, type], at) => `$${at + 1}::${goesAsText(type) ? 'text' : type}[]`);
  return `insert into ${place} (${names}) select ${selected.join(', ')} from unnest(${arrays.join(', ')}) as u (${names})`;
}

function conflictText({ columns, key }: Table): string {
  const changed = Object.keys(columns).filter((name) => !key.includes(name));
  const updates = changed.map((name) => `${name} = excluded.${name}`).join(', ');
  return ` on conflict (${key.join(', ')}) do ${changed.length === 0 ? 'nothing' : `update set ${updates}`}`;
}

function elementOf(value: unknown, type: string): unknown {
  if (value === undefined || value === null) return null;
  if (type === 'json') return JSON.stringify(value);
  return Array.isArray(value) ? arrayText(value.map(String)) : value;
}

/** An array of texts as PostgreSQL writes one. */
const arrayText = (texts: readonly string[]): string =>
  `{${texts.map((text) => `"${text.replace(/["\\]/g, '\\$&')}"`).join(',')}}`;
