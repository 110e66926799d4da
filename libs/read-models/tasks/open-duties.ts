import { type Duty } from '#contracts';
import type { Queryable } from '../reading/index.ts';
import { windowOf } from '../register/index.ts';

/** Somebody's duty about a target, with what a reminder of it says. Days are inclusive, in the jurisdiction. */
export interface OpenDuty {
  target: string;
  user: string;
  duty: Duty;
  /** ISO 8601: when the target came to where it lies; with target and duty it names the task. */
  since: string;
  fromDay: string;
  untilDay: string;
  opens: string | null;
  /** The window's deadline with its extensions, else the law's. */
  deadline: string | null;
  campaign: string;
  unit: string;
  department: string;
  name: string;
  unitName: string;
}

/** Every duty as 待办 has it, whether its window is open yet or not; of these targets, or of all. */
export async function openDuties(db: Queryable, targets?: readonly string[]): Promise<OpenDuty[]> {
  const { rows } = await db.query<OpenDuty>(
    `select k.target, k.user_id as "user", k.duty, k.since, k.from_day as "fromDay", k.until_day as "untilDay",
       w.opens, coalesce(w.closes, k.due) as deadline, t.campaign, t.unit, t.department,
       coalesce(t.name, '') as name, t.unit_name as "unitName"
     from read_tasks.task k
     join read_target_list.target t on t.id = k.target
     cross join lateral ${windowOf('k.win')} w
     ${targets === undefined ? '' : 'where k.target = any($1::uuid[])'}
     order by k.target, k.duty, k.user_id, k.from_day`,
    targets === undefined ? [] : [targets],
  );
  return rows;
}
