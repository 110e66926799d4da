import type { Table } from '../rows/index.ts';

/** Who has to do what; by when is joined from the register, so that an extension shows at once. */
export const TASKS: Table = {
  name: 'task',
  columns: {
    target: 'uuid',
    user_id: 'text',
    duty: 'text',
    from_day: 'text',
    until_day: 'text',
    since: 'text',
    win: 'text',
    due: 'text',
  },
  key: ['user_id', 'target', 'duty', 'from_day'],
  indexes: ['(target)'],
};

/** 已办, 我发起的, 抄送我的: what a person had to do with, and when last. */
export const PARTS: Table = {
  name: 'part',
  columns: { user_id: 'text', box: 'text', target: 'uuid', at: 'text' },
  key: ['user_id', 'box', 'target'],
  indexes: ['(user_id, box, at, target)'],
};

/** The targets as this projection folds them. */
export const WORK: Table = {
  name: 'work',
  columns: { id: 'uuid', waits: 'boolean', fold: 'json' },
  key: ['id'],
  indexes: ['(id) where waits'],
};

/** The register as far as duties go: units, sections, people without their names, campaigns. */
export const OFFICES: Table = {
  name: 'office',
  columns: { part: 'text', id: 'text', data: 'json' },
  key: ['part', 'id'],
  indexes: [],
};
