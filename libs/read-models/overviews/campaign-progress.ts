import { type CampaignProgress, type DepartmentProgress, type StageCount } from '#contracts';
import { type FormKind } from '#form';
import { type Chains } from '#domain/campaign';
import type { Queryable, Scope } from '../reading/index.ts';
import {
  AMOUNT,
  countedWithin,
  punctualityOf,
  stateCounts,
  submissionCounts,
  WITH_SUBMISSION,
  type SubmissionRow,
} from './counts.ts';

export interface ProgressOf {
  campaign: string;
  /** Today in the jurisdiction, YYYY-MM-DD. */
  day: string;
}

interface CampaignRow {
  name: string;
  year: number;
  state: string;
  chains: Chains;
}

/** How far a campaign has got, as much of it as the scope shows; `null` for a campaign that does not exist. */
export async function campaignProgress(
  db: Queryable,
  { campaign: id, day }: ProgressOf,
  scope: Scope,
): Promise<CampaignProgress | null> {
  const { rows } = await db.query<CampaignRow>(
    'select name, year, state, chains from read_register.campaign where id = $1',
    [id],
  );
  const [campaign] = rows;
  if (campaign === undefined) return null;
  const [states, stages, departments] = await Promise.all([
    stateCounts(db, countedWithin({ campaign: id }, scope)),
    stagesOf(db, id, campaign.chains, scope),
    departmentsOf(db, { campaign: id, day }, scope),
  ]);
  const { name, year: fiscalYear, state } = campaign;
  return { campaign: { id, name, fiscalYear, state }, states, stages, departments };
}

interface StageRow {
  kind: FormKind;
  stage: string;
  stage_name: string;
  stage_index: number;
  stage_count: number;
  count: number;
  amount: string;
  since: string | null;
}

/** The campaign's own stages, also the empty ones; then those of chains that were in force when older targets were submitted. */
async function stagesOf(
  db: Queryable,
  campaign: string,
  chains: Chains,
  scope: Scope,
): Promise<StageCount[]> {
  const conditions = countedWithin({ campaign }, scope);
  const { rows } = await db.query<StageRow>(
    `select t.kind, t.stage, t.stage_name, t.stage_index, t.stage_count, count(*)::int as count, ${AMOUNT},
       min(t.since) as since
     from read_target_list.target t where ${conditions.where} and t.state = 'in-review'
     group by 1, 2, 3, 4, 5 order by 1, 4`,
    conditions.values,
  );
  const counted = rows.map(stageCountOf);
  const own = Object.entries(chains).flatMap(([kind, chain]) =>
    chain.map(({ id, name }, at): StageCount => {
      const stage = { id, name, index: at + 1, of: chain.length };
      const found = counted.find((each) => isSame(each, { kind: kind as FormKind, stage }));
      return found ?? { kind: kind as FormKind, stage, count: 0, amount: '0' };
    }),
  );
  return [...own, ...counted.filter((each) => !own.some((other) => isSame(each, other)))];
}

type KindAndStage = Pick<StageCount, 'kind' | 'stage'>;
const isSame = (a: KindAndStage, b: KindAndStage): boolean =>
  a.kind === b.kind && a.stage.id === b.stage.id && a.stage.index === b.stage.index;

function stageCountOf(row: StageRow): StageCount {
  const { kind, stage: id, stage_name: name, stage_index: at, stage_count: of, count, amount, since } = row;
  return {
    kind,
    stage: { id, name, index: at + 1, of },
    count,
    amount,
    ...(since !== null && { since }),
  };
}

interface DepartmentRow extends SubmissionRow {
  department: string;
  name: string;
  targets: number;
  amount: string;
  returned: number;
  returns: number;
  waiting: number;
  since: string | null;
}

async function departmentsOf(
  db: Queryable,
  { campaign, day }: ProgressOf,
  scope: Scope,
): Promise<DepartmentProgress[]> {
  const conditions = countedWithin({ campaign }, scope);
  const { rows } = await db.query<DepartmentRow>(
    `select t.department, coalesce(max(u.name), max(t.department_name)) as name, count(*)::int as targets, ${AMOUNT},
       (count(*) filter (where t.state = 'returned'))::int as returned, sum(t.returns)::int as returns,
       (count(*) filter (where t.state = 'in-review'))::int as waiting,
       min(t.since) filter (where t.state = 'in-review') as since, ${submissionCounts(conditions.parameter(day))}
     from ${WITH_SUBMISSION} left join read_register.unit u on u.code = t.department
     where ${conditions.where} group by t.department order by t.department`,
    conditions.values,
  );
  return rows.map((row) => {
    const { department: code, name, targets, amount, returned, returns, waiting, since } = row;
    return {
      department: { code, name },
      targets,
      amount,
      ...punctualityOf(row),
      returned,
      returns,
      waiting: { count: waiting, ...(since !== null && { since }) },
    };
  });
}
