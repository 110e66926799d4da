import { type TargetItem } from '#contracts';
import { type FormKind } from '#form';
import { type TargetState } from '#domain/target';
import { A_TEXT, A_UUID, Conditions, keysIn, limitOf, pageOf, withinScope } from '../reading/index.ts';
import type { Listed, Page, Queryable, Scope } from '../reading/index.ts';
import { containing, gramsOf } from '../rows/grams.ts';
import { ITEM_COLUMNS, itemOf, type ItemRow } from './item.ts';

/** Every given part must match. `department` and `unit` are codes; `q` is found in name, unit and indicators. */
export interface TargetFilter {
  state?: TargetState | undefined;
  kind?: FormKind | undefined;
  department?: string | undefined;
  unit?: string | undefined;
  year?: number | undefined;
  campaign?: string | undefined;
  q?: string | undefined;
}

/** Targets within the scope, those drafted last first; a page is stable while targets change. @throws BadCursor */
export async function listTargets(
  db: Queryable,
  filter: TargetFilter,
  scope: Scope,
  page: Page = {},
): Promise<Listed<TargetItem>> {
  const limit = limitOf(page);
  const after = keysIn(page, [A_TEXT, A_UUID]);
  const conditions = conditionsOf(filter);
  withinScope(conditions, scope);
  const counted = db.query<{ total: number }>(
    `select count(*)::int as total from read_target_list.target t where ${conditions.where}`,
    conditions.values,
  );
  const [{ rows: counts }, { rows }] = await Promise.all([counted, pageAfter(db, conditions, after, limit)]);
  return pageOf(rows, { limit, total: counts[0]?.total ?? 0 }, { item: itemOf, keys: keysOf });
}

const keysOf = ({ drafted_at: drafted, id }: ItemRow): string[] => [drafted, id];

function pageAfter(
  db: Queryable,
  conditions: Conditions,
  after: readonly string[] | null,
  limit: number,
): Promise<{ rows: ItemRow[] }> {
  const paged = conditions.copy();
  if (after !== null) {
    const [drafted, id] = after.map((key) => paged.parameter(key));
    paged.add(`(t.drafted_at, t.id) < (${drafted ?? ''}, ${id ?? ''}::uuid)`);
  }
  return db.query<ItemRow>(
    `select ${ITEM_COLUMNS} from read_target_list.target t where ${paged.where}
     order by t.drafted_at desc, t.id desc limit ${paged.parameter(limit + 1)}`,
    paged.values,
  );
}

function conditionsOf({ state, kind, department, unit, year, campaign, q }: TargetFilter): Conditions {
  const conditions = new Conditions();
  conditions.equal('t.state', state);
  conditions.equal('t.kind', kind);
  conditions.equal('t.department', department);
  conditions.equal('t.unit', unit);
  conditions.equal('t.year', year);
  conditions.equal('t.campaign', campaign);
  if (q !== undefined && q.trim() !== '') addSearch(conditions, q);
  return conditions;
}

/** The index on pairs of characters narrows down, the pattern decides; a single character has no pair. */
export function addSearch(conditions: Conditions, q: string): void {
  const grams = gramsOf(q);
  const paired = grams.length === 0 ? 'true' : `x.grams @> ${conditions.parameter(grams)}::text[]`;
  const text = `x.text like ${conditions.parameter(containing(q))}`;
  conditions.add(`t.id in (select x.id from read_target_list.target_text x where ${paired} and ${text})`);
}
