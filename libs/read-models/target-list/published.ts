import { type PublishedDepartment, type PublishedItem } from '#contracts';
import { type Grade } from '#domain';
import { type FormKind } from '#form';
import { A_TEXT, A_UUID, Conditions, keysIn, limitOf, pageOf } from '../reading/index.ts';
import type { Listed, Page, Queryable } from '../reading/index.ts';
import { addSearch } from './query.ts';

export interface PublishedFilter {
  year?: number | undefined;
  /** Codes. */
  department?: string | undefined;
  unit?: string | undefined;
  /** Found in name, unit and indicators. */
  q?: string | undefined;
}

interface PublishedRow {
  id: string;
  kind: FormKind;
  year: number;
  unit: string;
  unit_name: string;
  department: string;
  department_name: string;
  name: string | null;
  amount: string;
  disclosed_on: string;
  points: string | null;
  grade: Grade | null;
}

const IS_PUBLISHED = `(t.disclosure ->> 'url') is not null`;
/** Points are told once they are confirmed. */
const COLUMNS = `t.id, t.kind, t.year, t.unit, t.unit_name, t.department, t.department_name, t.name,
  t.granted ->> 'amount' as amount, t.disclosure ->> 'date' as disclosed_on,
  case when t.state = 'evaluated' then t.points::text end as points,
  case when t.state = 'evaluated' then t.grade end as grade`;

/** What units have published, the latest first. @throws BadCursor */
export async function listPublished(
  db: Queryable,
  filter: PublishedFilter,
  page: Page = {},
): Promise<Listed<PublishedItem>> {
  const limit = limitOf(page);
  const after = keysIn(page, [A_TEXT, A_UUID]);
  const conditions = conditionsOf(filter);
  const counted = db.query<{ total: number }>(
    `select count(*)::int as total from read_target_list.target t where ${conditions.where}`,
    conditions.values,
  );
  const paged = conditions.copy();
  if (after !== null) {
    const [day = '', id = ''] = after.map((key) => paged.parameter(key));
    paged.add(`((t.disclosure ->> 'date'), t.id) < (${day}, ${id}::uuid)`);
  }
  const listed = db.query<PublishedRow>(
    `select ${COLUMNS} from read_target_list.target t where ${paged.where}
     order by (t.disclosure ->> 'date') desc, t.id desc limit ${paged.parameter(limit + 1)}`,
    paged.values,
  );
  const [{ rows: counts }, { rows }] = await Promise.all([counted, listed]);
  const total = counts[0]?.total ?? 0;
  return pageOf(rows, { limit, total }, { item: itemOf, keys: ({ disclosed_on: day, id }) => [day, id] });
}

function conditionsOf({ year, department, unit, q }: PublishedFilter): Conditions {
  const conditions = new Conditions();
  conditions.add(IS_PUBLISHED);
  conditions.equal('t.year', year);
  conditions.equal('t.department', department);
  conditions.equal('t.unit', unit);
  if (q !== undefined && q.trim() !== '') addSearch(conditions, q);
  return conditions;
}

const itemOf = (row: PublishedRow): PublishedItem => ({
  id: row.id,
  kind: row.kind,
  fiscalYear: row.year,
  unit: { code: row.unit, name: row.unit_name },
  department: { code: row.department, name: row.department_name },
  ...(row.name !== null && { name: row.name }),
  amount: row.amount,
  disclosedOn: row.disclosed_on,
  ...(row.points !== null && row.grade !== null && { evaluation: { total: row.points, grade: row.grade } }),
});

/** Departments of which something is published, by code, under the name that they had last. */
export async function departmentsPublished(db: Queryable): Promise<PublishedDepartment[]> {
  const { rows } = await db.query<{ code: string; name: string; year: number; targets: number }>(
    `select t.department as code, (array_agg(t.department_name order by t.drafted_at desc))[1] as name,
       t.year, count(*)::int as targets
     from read_target_list.target t where ${IS_PUBLISHED}
     group by t.department, t.year order by t.department, t.year desc`,
  );
  const departments = new Map<string, PublishedDepartment>();
  for (const { code, name, year, targets } of rows) {
    const known = departments.get(code) ?? { code, name, years: [] };
    known.years.push({ year, targets });
    departments.set(code, known);
  }
  return [...departments.values()];
}
