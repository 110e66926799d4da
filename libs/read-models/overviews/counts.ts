import { type Punctuality, type StateCount } from '#contracts';
import { STATE_TERMS } from '#domain';
import { TARGET_STATES } from '#domain/target';
import { Conditions, withinScope } from '../reading/index.ts';
import type { Queryable, Scope } from '../reading/index.ts';
import { windowOf } from '../register/index.ts';

/** Which targets are counted. */
export interface Counted {
  campaign?: string | undefined;
  department?: string | undefined;
}

export function countedWithin({ campaign, department }: Counted, scope: Scope): Conditions {
  const conditions = new Conditions();
  conditions.equal('t.campaign', campaign);
  conditions.equal('t.department', department);
  withinScope(conditions, scope);
  return conditions;
}

/** Targets with the window in which each was to be submitted, extensions already in. */
export const WITH_SUBMISSION = `read_target_list.target t cross join lateral ${windowOf("'submission'")} w`;

/**
 * Counts of the first 送审 against its deadline; `day` is the parameter with today. Late is also what is still not
 * submitted after the deadline; what was abandoned or is filed offline counts for neither.
 */
export const submissionCounts = (day: string): string => `
  (count(*) filter (where t.submitted_at is not null))::int as submitted,
  (count(*) filter (where t.state not in ('abandoned', 'classified') and t.submitted_at is not null
    and (w.closes is null or left(t.submitted_at, 10) <= w.closes)))::int as on_time,
  (count(*) filter (where t.state not in ('abandoned', 'classified')
    and w.closes < coalesce(left(t.submitted_at, 10), ${day})))::int
    as late`;

export const AMOUNT = 'trim_scale(coalesce(sum(t.amount), 0))::text as amount';

export interface SubmissionRow {
  submitted: number;
  on_time: number;
  late: number;
}

export function punctualityOf({ submitted, on_time: onTime, late }: SubmissionRow): Punctuality {
  const due = onTime + late;
  return { submitted, onTime, late, ...(due > 0 && { rate: (onTime / due).toFixed(2) }) };
}

/** Counts and amounts by state, in the order of the lifecycle; states without a target are left out. */
export async function stateCounts(db: Queryable, conditions: Conditions): Promise<StateCount[]> {
  const { rows } = await db.query<Omit<StateCount, 'label'>>(
    `select t.state, count(*)::int as count, ${AMOUNT} from read_target_list.target t
     where ${conditions.where} group by t.state`,
    conditions.values,
  );
  return rows
    .sort((a, b) => TARGET_STATES.indexOf(a.state) - TARGET_STATES.indexOf(b.state))
    .map(({ state, count, amount }) => ({ state, label: STATE_TERMS[state], count, amount }));
}
