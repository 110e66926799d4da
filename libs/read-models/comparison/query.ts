import { type FormInPlace, type Neighbours } from '#application';
import { type Form } from '#form';
import { comparisonKeysOf, type OtherForm } from '#screening';
import type { Queryable } from '../reading/index.ts';

interface OtherRow {
  target: string;
  unit_name: string;
  part: Form;
}

/** More than these say no more: the finding names one and counts the rest. */
const MOST = 200;

/**
 * The rows that a form is compared with, each way of finding them by its own index: alike or of the same name among
 * those of department and campaign that were begun before, and the other directions of its fund in the whole campaign.
 */
const OTHERS = `
with begun as (
  select coalesce((select drafted_at from read_comparison.form where target = $1), '~') as at,
    coalesce($1::uuid, 'ffffffff-ffff-ffff-ffff-ffffffffffff') as id),
alike as materialized (
  select target, campaign, department, drafted_at from read_comparison.form where bands && $4::int[]),
named as materialized (
  select target, department, drafted_at from read_comparison.form where campaign = $2 and plan = $5 and $5 <> '')
select f.target, f.unit_name, f.part from read_comparison.form f where f.target in (
  (select a.target from alike a, begun where a.campaign = $2 and a.department = $3
     and (a.drafted_at, a.target) < (begun.at, begun.id) limit ${MOST})
  union
  (select n.target from named n, begun where n.department = $3
     and (n.drafted_at, n.target) < (begun.at, begun.id) limit ${MOST})
  union
  (select d.target from read_comparison.form d where d.campaign = $2 and d.fund = $6 limit ${MOST})
) and f.target is distinct from $1 order by f.drafted_at, f.target`;

/** By its code where it has one, else by its name; of several the one begun last. */
const LAST_YEAR = `
select target from read_comparison.form
where unit = $1 and year = $2 and kind = $3 and (code = $4 or plan = $5)
order by coalesce(code = $4, false) desc, drafted_at desc limit 1`;

/** A 涉密 target is called by its code; there is no form to compare with. */
const CLASSIFIED = `
select 1 as found from read_target_list.target
where unit = $1 and campaign = $2 and state = 'classified' and name = $3 limit 1`;

/** Until the tables are there (the first start of a new version) nothing can be compared, and nobody is held up. */
const isNotThereYet = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === '42P01' || error.code === '3F000');

async function ask<R extends object>(
  db: Queryable,
  query: { name: string; text: string; values: unknown[] },
): Promise<R[]> {
  try {
    return (await db.query<R>(query)).rows;
  } catch (error) {
    if (isNotThereYet(error)) return [];
    throw error;
  }
}

/** The neighbours of a form, two look-ups by index each. */
export const neighboursIn = (db: Queryable): Neighbours => ({
  async others({ target, campaignId, department, form }: FormInPlace): Promise<OtherForm[]> {
    const { bands, plan, fund } = comparisonKeysOf(form);
    const values = [target, campaignId, department.code, bands, plan, fund];
    const rows = await ask<OtherRow>(db, { name: 'comparison-others', text: OTHERS, values });
    return rows.map((row) => ({ id: row.target, unit: row.unit_name, form: row.part }));
  },
  async lastYear({ unit, fiscalYear, form }: FormInPlace): Promise<string | null> {
    const { plan } = comparisonKeysOf(form);
    const values = [unit.code, fiscalYear - 1, form.kind, form.code ?? null, plan];
    const [row] = await ask<{ target: string }>(db, {
      name: 'comparison-last-year',
      text: LAST_YEAR,
      values,
    });
    return row?.target ?? null;
  },
  async isClassified({ campaignId, unit }, code: string): Promise<boolean> {
    const values = [unit.code, campaignId, code];
    return (await ask<object>(db, { name: 'comparison-classified', text: CLASSIFIED, values })).length > 0;
  },
});
