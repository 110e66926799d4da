import { type DepartmentOverview, type UnitOverview } from '#contracts';
import { GRADES, type Grade } from '#domain';
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

export interface OverviewOf {
  department: string;
  campaign?: string | undefined;
  /** Today in the jurisdiction, YYYY-MM-DD. */
  day: string;
}

interface UnitRow extends SubmissionRow {
  unit: string;
  unit_name: string;
  targets: number;
  amount: string;
  returns: number;
}

interface FigureRow extends SubmissionRow {
  name: string | null;
  targets: number;
  amount: string;
  returns: number;
  findings: number;
  review_grades: Grade[];
  grades: Grade[];
  average: string | null;
}

/** What the scope hides is not counted. A department without a target answers zeros. */
export async function departmentOverview(
  db: Queryable,
  { department, campaign, day }: OverviewOf,
  scope: Scope,
): Promise<DepartmentOverview> {
  const [states, figures, units] = await Promise.all([
    stateCounts(db, countedWithin({ department, campaign }, scope)),
    figuresOf(db, { department, campaign, day }, scope),
    unitsOf(db, { department, campaign, day }, scope),
  ]);
  return { ...overviewOf(department, figures), states, units };
}

function overviewOf(code: string, figures: FigureRow): Omit<DepartmentOverview, 'states' | 'units'> {
  const { name, targets, amount, returns, findings, average, submitted } = figures;
  return {
    department: { code, name: name ?? '' },
    targets,
    amount,
    submission: punctualityOf(figures),
    returns: { total: returns, ...(submitted > 0 && { average: (returns / submitted).toFixed(2) }) },
    findingsAnswered: findings,
    reviewGrades: tally(figures.review_grades),
    evaluation: {
      count: figures.grades.length,
      ...(average !== null && { average }),
      grades: tally(figures.grades),
    },
  };
}

const tally = (given: readonly Grade[]): Record<Grade, number> => {
  const count = (wanted: Grade): number => given.filter((grade) => grade === wanted).length;
  return Object.fromEntries(GRADES.map((grade) => [grade, count(grade)])) as Record<Grade, number>;
};

/** An evaluation counts once it is confirmed. */
async function figuresOf(
  db: Queryable,
  { day, department, campaign }: OverviewOf,
  scope: Scope,
): Promise<FigureRow> {
  const conditions = countedWithin({ department, campaign }, scope);
  const today = conditions.parameter(day);
  const { rows } = await db.query<FigureRow>(
    `select (select u.name from read_register.unit u where u.code = ${conditions.parameter(department)}) as name,
       count(*)::int as targets, ${AMOUNT}, coalesce(sum(t.returns), 0)::int as returns,
       coalesce(sum(t.findings_answered), 0)::int as findings, ${submissionCounts(today)},
       coalesce(array_agg(t.review_grade) filter (where t.review_grade is not null), '{}') as review_grades,
       coalesce(array_agg(t.grade) filter (where t.state = 'evaluated'), '{}') as grades,
       round(avg(t.points) filter (where t.state = 'evaluated'), 2)::text as average
     from ${WITH_SUBMISSION} where ${conditions.where}`,
    conditions.values,
  );
  const [figures] = rows;
  if (figures === undefined) throw new Error('An aggregate without groups has one row.');
  return figures;
}

async function unitsOf(
  db: Queryable,
  { day, department, campaign }: OverviewOf,
  scope: Scope,
): Promise<UnitOverview[]> {
  const conditions = countedWithin({ department, campaign }, scope);
  const { rows } = await db.query<UnitRow>(
    `select t.unit, max(t.unit_name) as unit_name, count(*)::int as targets, ${AMOUNT},
       coalesce(sum(t.returns), 0)::int as returns, ${submissionCounts(conditions.parameter(day))}
     from ${WITH_SUBMISSION} where ${conditions.where} group by t.unit order by t.unit`,
    conditions.values,
  );
  return rows.map((row) => {
    const { unit: code, unit_name: name, targets, amount, returns } = row;
    return { unit: { code, name }, targets, amount, returns, ...punctualityOf(row) };
  });
}
