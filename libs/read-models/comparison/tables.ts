import type { Table } from '../rows/index.ts';

/**
 * One row a target that may still be budgeted or was: by what it is found again when another form has to be compared
 * with it, and the part of it that is compared. No person is in it.
 */
export const COMPARED: Table = {
  name: 'form',
  columns: {
    target: 'uuid',
    campaign: 'text',
    year: 'int',
    kind: 'text',
    department: 'text',
    unit: 'text',
    unit_name: 'text',
    drafted_at: 'text',
    code: 'text',
    plan: 'text',
    fund: 'text',
    bands: 'int[]',
    part: 'json',
  },
  key: ['target'],
  indexes: [
    // A submission waits for this look-up: a list of pending entries, read from end to end, took 40 ms at 10,000 forms.
    'using gin (bands) with (fastupdate = off)',
    '(campaign, plan)',
    '(campaign, fund) where fund is not null',
    '(unit, year, kind)',
  ],
};
