import { changing, definitionOf, statementOf, type Table } from './table.ts';

const THINGS: Table = {
  name: 'thing',
  columns: { id: 'uuid', name: 'text', tags: 'text[]', facts: 'json' },
  key: ['id'],
  indexes: ['(name)'],
};

describe('tables of a projection', () => {
  it('are defined in the schema they are asked for, text sorting by code point', () => {
    expect(definitionOf([THINGS], 'read_x_new')).toBe(
      [
        'create schema read_x_new;',
        'create table read_x_new.thing (id uuid, name text collate "C", tags text[], facts json, primary key (id)) with (fillfactor = 80);',
        'create index on read_x_new.thing (name);',
      ].join('\n'),
    );
  });

  it('are changed by one statement whose parameters are columns', () => {
    const rows = [{ id: 'a', name: '河道', tags: ['一', '说"好"\\的'], facts: { n: 1 } }, { id: 'b' }];
    expect(statementOf({ kind: 'upsert', table: THINGS, rows }, 'read_x')).toEqual({
      name: 'read_x.thing-upsert',
      text:
        'insert into read_x.thing (id, name, tags, facts) select u.id, u.name, u.tags::text[], u.facts::json' +
        ' from unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) as u (id, name, tags, facts)' +
        ' on conflict (id) do update set name = excluded.name, tags = excluded.tags, facts = excluded.facts',
      values: [
        ['a', 'b'],
        ['河道', null],
        ['{"一","说\\"好\\"\\\\的"}', null],
        ['{"n":1}', null],
      ],
    });
  });

  it('take an insert without a way out, so that a row that is there already is an error', () => {
    const { text } = statementOf({ kind: 'insert', table: THINGS, rows: [{ id: 'a' }] }, 'read_x');
    expect(text).not.toContain('on conflict');
  });

  it('lose rows by a column', () => {
    const change = { kind: 'delete', table: THINGS, column: 'id', values: ['a'] } as const;
    expect(statementOf(change, 'read_x')).toEqual({
      name: 'read_x.thing-delete-id',
      text: 'delete from read_x.thing where id = any($1::uuid[])',
      values: [['a']],
    });
  });

  it('are left alone by changes without rows', () => {
    const change = { kind: 'upsert', table: THINGS, rows: [{ id: 'a' }] } as const;
    const nothing = { kind: 'delete', table: THINGS, column: 'id', values: [] } as const;
    expect(changing([change, nothing, { ...change, rows: [] }])).toEqual([change]);
  });
});
