import { type Box, type Duty, type TaskItem } from '#contracts';
import { A_TEXT, A_UUID, Conditions, keysIn, limitOf, pageOf, withinScope } from '../reading/index.ts';
import type { Listed, Page, Queryable, Scope } from '../reading/index.ts';
import { windowOf } from '../register/index.ts';
import { ITEM_COLUMNS, itemOf, type ItemRow } from '../target-list/index.ts';
import { DUTY_TERMS, LAST_DAY } from './duty.ts';
import type { PartBox } from './parts.ts';

/** Who asks, and on which day of the jurisdiction: delegations and deadlines are counted by it. */
export interface Asking {
  user: string;
  day: string;
}

/** What is listed; of one campaign where one is named. */
export interface TaskFilter {
  box: Box;
  campaign?: string | undefined;
}

interface TaskRow extends ItemRow {
  duty: Duty;
  task_since: string;
  due: string | null;
}

/** Waiting for this person on this day; a window that has not opened yet asks nothing of anybody. */
const WAITING = `
  from read_tasks.task k
  join read_target_list.target t on t.id = k.target
  cross join lateral ${windowOf('k.win')} w
  where k.user_id = $1 and k.from_day <= $2 and k.until_day >= $2 and (w.opens is null or w.opens <= $2)`;
/** Of the campaign `$3`, or of all where it is null. */
const OF_CAMPAIGN = 'and ($3::text is null or t.campaign = $3)';
const DUE = 'coalesce(w.closes, k.due)';
const DUE_ORDER = `coalesce(w.closes, k.due, '${LAST_DAY}')`;

/** 待办, the earliest deadline first. @throws BadCursor */
export async function listTodo(
  db: Queryable,
  { user, day, campaign }: Asking & Pick<TaskFilter, 'campaign'>,
  page: Page = {},
): Promise<Listed<TaskItem>> {
  const limit = limitOf(page);
  const after = keysIn(page, [A_TEXT, A_TEXT, A_UUID, A_TEXT]) ?? ['', '', null, ''];
  const order = `${DUE_ORDER}, k.since, k.target, k.duty`;
  const asked = [user, day, campaign ?? null];
  const [{ rows: counts }, { rows }] = await Promise.all([
    db.query<{ total: number }>(`select count(*)::int as total ${WAITING} ${OF_CAMPAIGN}`, asked),
    db.query<TaskRow>(
      `select ${ITEM_COLUMNS}, k.duty, k.since as task_since, ${DUE} as due ${WAITING} ${OF_CAMPAIGN}
         and ($6::uuid is null or (${order}) > ($4, $5, $6::uuid, $7)) order by ${order} limit $8`,
      [...asked, ...after, limit + 1],
    ),
  ]);
  return pageOf(
    rows,
    { limit, total: counts[0]?.total ?? 0 },
    {
      item: (row) => taskOf(row, day),
      keys: ({ due, task_since: since, id, duty }) => [due ?? LAST_DAY, since, id, duty],
    },
  );
}

function taskOf(row: TaskRow, day: string): TaskItem {
  const { duty, task_since: since, due } = row;
  const deadline = due === null ? {} : { due };
  return {
    target: itemOf(row),
    duty,
    label: DUTY_TERMS[duty],
    since,
    ...deadline,
    overdue: due !== null && due < day,
  };
}

const NOTHING_TO_DO = { duty: null, label: '', overdue: false };

/** 已办, 我发起的, 抄送我的, the latest first, as far as the person may still see them. @throws BadCursor */
export async function listParts(
  db: Queryable,
  { box, campaign }: { box: PartBox } & Pick<TaskFilter, 'campaign'>,
  scope: Scope,
  page: Page = {},
): Promise<Listed<TaskItem>> {
  const limit = limitOf(page);
  const after = keysIn(page, [A_TEXT, A_UUID]);
  const conditions = new Conditions();
  conditions.equal('p.user_id', scope.named);
  conditions.equal('p.box', box);
  conditions.equal('t.campaign', campaign);
  withinScope(conditions, scope);
  const from = 'from read_tasks.part p join read_target_list.target t on t.id = p.target';
  const paged = conditions.copy();
  if (after !== null) {
    const [at = '', id = ''] = after.map((key) => paged.parameter(key));
    paged.add(`(p.at, p.target) < (${at}, ${id}::uuid)`);
  }
  const [{ rows: counts }, { rows }] = await Promise.all([
    db.query<{ total: number }>(
      `select count(*)::int as total ${from} where ${conditions.where}`,
      conditions.values,
    ),
    db.query<ItemRow & { at: string }>(
      `select ${ITEM_COLUMNS}, p.at ${from} where ${paged.where}
       order by p.at desc, p.target desc limit ${paged.parameter(limit + 1)}`,
      paged.values,
    ),
  ]);
  return pageOf(
    rows,
    { limit, total: counts[0]?.total ?? 0 },
    {
      item: (row): TaskItem => ({ target: itemOf(row), since: row.at, ...NOTHING_TO_DO }),
      keys: ({ at, id }) => [at, id],
    },
  );
}

/** One of the four boxes. @throws BadCursor */
export function listTasks(
  db: Queryable,
  { box, day, campaign }: TaskFilter & Pick<Asking, 'day'>,
  scope: Scope,
  page: Page = {},
): Promise<Listed<TaskItem>> {
  return box === 'todo'
    ? listTodo(db, { user: scope.named, day, campaign }, page)
    : listParts(db, { box, campaign }, scope, page);
}

/** How many tasks wait for a person, how many of them past their deadline. */
export async function countTodo(
  db: Queryable,
  { user, day }: Asking,
): Promise<{ todo: number; overdue: number }> {
  const { rows } = await db.query<{ todo: number; overdue: number }>(
    `select count(*)::int as todo, (count(*) filter (where ${DUE} < $2))::int as overdue ${WAITING}`,
    [user, day],
  );
  return rows[0] ?? { todo: 0, overdue: 0 };
}
