import type { Table } from '../rows/index.ts';

/** The indicators of each target's latest form, one row a target: `uses` as the library shows them, `names` to find it by. */
export const SHEETS: Table = {
  name: 'sheet',
  columns: {
    target: 'uuid',
    campaign: 'text',
    year: 'int',
    department: 'text',
    unit: 'text',
    unit_name: 'text',
    kind: 'text',
    names: 'text[]',
    uses: 'json',
  },
  key: ['target'],
  indexes: ['using gin (names)'],
};

/** Every name an indicator ever had, normalised, with the pairs of characters in it. */
export const NAMES: Table = {
  name: 'name',
  columns: { name: 'text', grams: 'text[]' },
  key: ['name'],
  indexes: ['using gin (grams)'],
};
