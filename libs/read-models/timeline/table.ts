import type { Table } from '../rows/index.ts';

/** One line an event: who, when, what. Names and posts of officials who acted are the record; nobody else is in it. */
export const LINES: Table = {
  name: 'line',
  columns: {
    target: 'uuid',
    revision: 'int',
    at: 'text',
    type: 'text',
    user_id: 'text',
    name: 'text',
    post: 'text',
    organisation: 'text',
    on_behalf_of: 'text',
    stage: 'text',
    outcome: 'text',
    comment: 'text',
  },
  key: ['target', 'revision'],
  indexes: [`(user_id, at) where type in ('OpinionGiven', 'TargetGranted')`],
};
