import type { Table } from '../rows/index.ts';

/**
 * One row a target: what lists show and what the overviews count. Times are the record's own (ISO 8601 in the
 * jurisdiction's offset), so their first ten characters are its days; amounts in 万元.
 */
export const TARGETS: Table = {
  name: 'target',
  columns: {
    id: 'uuid',
    revision: 'int',
    state: 'text',
    kind: 'text',
    campaign: 'text',
    unit: 'text',
    unit_name: 'text',
    department: 'text',
    department_name: 'text',
    year: 'int',
    name: 'text',
    amount: 'numeric',
    presented: 'boolean',
    round: 'int',
    budget_round: 'int',
    stage: 'text',
    stage_name: 'text',
    stage_index: 'int',
    stage_count: 'int',
    drafted_at: 'text',
    updated_at: 'text',
    since: 'text',
    submitted_at: 'text',
    resubmitted_at: 'text',
    returns: 'int',
    findings_answered: 'int',
    review_grade: 'text',
    granted: 'json',
    disclosure: 'json',
    points: 'numeric',
    grade: 'text',
    named: 'text[]',
    fold: 'json',
  },
  key: ['id'],
  indexes: [
    '(drafted_at, id)',
    '(unit, drafted_at, id)',
    '(department, drafted_at, id)',
    '(year, kind, drafted_at, id)',
    '(campaign, state)',
    '(state, drafted_at, id)',
    `using gin (named) where named <> '{}'`,
    `((disclosure ->> 'date'), id) where (disclosure ->> 'url') is not null`,
  ],
};

/** What a target is found by: name, unit and indicators, and the pairs of characters in them. */
export const TEXTS: Table = {
  name: 'target_text',
  columns: { id: 'uuid', text: 'text', grams: 'text[]' },
  key: ['id'],
  indexes: ['using gin (grams)'],
};
