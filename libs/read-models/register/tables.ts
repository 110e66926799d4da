import type { Table } from '../rows/index.ts';

export const UNITS: Table = {
  name: 'unit',
  columns: { code: 'text', name: 'text', department: 'text', closed: 'boolean' },
  key: ['code'],
  indexes: ['(department)'],
};

export const CAMPAIGNS: Table = {
  name: 'campaign',
  columns: { id: 'text', name: 'text', year: 'int', state: 'text', chains: 'json', fold: 'json' },
  key: ['id'],
  indexes: [],
};

/**
 * The windows of campaigns and every extension of them, each as a row: a deadline is the latest `closes` of the rows
 * that reach a unit (scope `all`, or its department, or itself). Days in the jurisdiction's time zone, both inclusive.
 */
export const DEADLINES: Table = {
  name: 'deadline',
  columns: { campaign: 'text', win: 'text', scope: 'text', code: 'text', opens: 'text', closes: 'text' },
  key: ['campaign', 'win', 'scope', 'code'],
  indexes: [],
};

/** Opening day and deadline of one window for the target row `t`, to be joined laterally. */
export const windowOf = (win: string): string => `(
  select min(d.opens) as opens, max(d.closes) as closes from read_register.deadline d
  where d.campaign = t.campaign and d.win = ${win}
    and (d.scope = 'all' or (d.scope = 'department' and d.code = t.department)
      or (d.scope = 'unit' and d.code = t.unit)))`;
