import { type TargetState } from '#domain/target';
import type { Queryable, Reach } from '../reading/index.ts';

/** A target that changed: where it stands, whose business it is, and for whom something waits in it. */
export interface ChangedTarget extends Reach {
  id: string;
  revision: number;
  state: TargetState;
  /** User ids with a task in it, whatever the day. */
  waitingFor: readonly string[];
}

/** Those of the targets that the list has. */
export async function changedTargets(db: Queryable, ids: readonly string[]): Promise<ChangedTarget[]> {
  const { rows } = await db.query<ChangedTarget>({
    name: 'changed-targets',
    text: `select t.id, t.revision, t.state, t.unit, t.department, t.named,
        array(select distinct k.user_id from read_tasks.task k where k.target = t.id) as "waitingFor"
      from read_target_list.target t where t.id = any($1::uuid[])`,
    values: [ids],
  });
  return rows;
}

/** The targets in which something waits for the person, whatever the day. */
export async function targetsWaitingFor(db: Queryable, user: string): Promise<string[]> {
  const { rows } = await db.query<{ target: string }>({
    name: 'targets-waiting-for',
    text: 'select distinct target from read_tasks.task where user_id = $1',
    values: [user],
  });
  return rows.map(({ target }) => target);
}
