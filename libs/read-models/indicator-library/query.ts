import { type IndicatorItem } from '#contracts';
import { type FormKind } from '#form';
import { A_COUNT, A_TEXT, Conditions, keysIn, limitOf, pageOf } from '../reading/index.ts';
import type { Listed, Page, Queryable } from '../reading/index.ts';
import { containing, gramsOf } from '../rows/grams.ts';

export interface IndicatorFilter {
  /** Found anywhere in the indicator's name. */
  q?: string | undefined;
  /** A name; those that have much of it are found, in whatever order. */
  like?: string | undefined;
  year?: number | undefined;
  department?: string | undefined;
  unit?: string | undefined;
  kind?: FormKind | undefined;
  level1?: string | undefined;
}

interface UseRow {
  name: string;
  level1: string;
  level2: string;
  measure: string;
  uses: number;
  units: number;
  years: number[];
  numbers: number;
  least: string | null;
  median: string | null;
  greatest: string | null;
  written: string[];
  rule: string | null;
  total: number;
}

/** All indicators in use, the commonest first. Holds no form and no person, so whoever may see forms at all may ask. @throws BadCursor */
export async function searchIndicators(
  db: Queryable,
  filter: IndicatorFilter,
  page: Page = {},
): Promise<Listed<IndicatorItem>> {
  const limit = limitOf(page);
  const after = keysIn(page, [A_COUNT, A_TEXT, A_TEXT, A_TEXT, A_TEXT]);
  const conditions = conditionsOf(filter);
  const { where } = conditions;
  const { rows } = await db.query<UseRow>(
    `with used as (
       select u.key, min(u.name) as name, coalesce(u.level1, '') as level1, coalesce(u.level2, '') as level2,
         coalesce(u.unit, '') as measure, count(distinct s.target)::int as uses, count(distinct s.unit)::int as units,
         array_agg(distinct s.year) as years, count(u.number)::int as numbers, min(u.number) as least,
         percentile_disc(0.5) within group (order by u.number) as median, max(u.number) as greatest,
         coalesce(array_agg(distinct concat(u.operator, u.value)) filter (where u.value is not null), '{}') as written,
         mode() within group (order by u."scoringRule") as rule
       from read_indicator_library.sheet s cross join lateral json_to_recordset(s.uses)
         as u (name text, key text, level1 text, level2 text, operator text, value text, unit text, number numeric, "scoringRule" text)
       where ${where} group by u.key, 3, 4, 5
     ), counted as (select *, count(*) over ()::int as total from used)
     select name, level1, level2, measure, uses, units, years, numbers, trim_scale(least)::text as least,
       trim_scale(median)::text as median, trim_scale(greatest)::text as greatest, written[1:5] as written, rule, total
     from counted where ${after === null ? 'true' : afterKeys(conditions, after)}
     order by uses desc, name, level1, level2, measure limit ${conditions.parameter(limit + 1)}`,
    conditions.values,
  );
  return pageOf(
    rows,
    { limit, total: rows[0]?.total ?? 0 },
    {
      item: itemOf,
      keys: ({ uses, name, level1, level2, measure }) => [String(uses), name, level1, level2, measure],
    },
  );
}

/** Uses count downwards, the rest upwards. */
function afterKeys(conditions: Conditions, [uses = '0', ...names]: readonly string[]): string {
  const texts = names.map((name) => conditions.parameter(name)).join(', ');
  return `(-uses, name, level1, level2, measure) > (${conditions.parameter(-Number(uses))}::int, ${texts})`;
}

/** The names that match are found first, by their pairs of characters; they lead to the sheets that have them. */
function conditionsOf({ q, like, year, department, unit, kind, level1 }: IndicatorFilter): Conditions {
  const conditions = new Conditions();
  conditions.equal('s.year', year);
  conditions.equal('s.department', department);
  conditions.equal('s.unit', unit);
  conditions.equal('s.kind', kind);
  conditions.equal('u.level1', level1);
  if (like !== undefined) addSimilar(conditions, like);
  if (q === undefined || q.trim() === '') return conditions;
  const grams = gramsOf(q);
  const pattern = conditions.parameter(containing(q));
  const paired = grams.length === 0 ? 'true' : `n.grams @> ${conditions.parameter(grams)}::text[]`;
  conditions.add(
    `s.names && array(select n.name from read_indicator_library.name n where ${paired} and n.name like ${pattern})`,
  );
  conditions.add(`u.key like ${pattern}`);
  return conditions;
}

/** Of all pairs of characters in two names, the part that both have; below this they are different things. */
const ALIKE = 0.4;
const MOST_ALIKE = 12;

function addSimilar(conditions: Conditions, name: string): void {
  const grams = gramsOf(name);
  const asked = conditions.parameter(grams);
  const common = `(select count(*) from unnest(n.grams) g where g = any(${asked}::text[]))`;
  const part = `2.0 * ${common} / (cardinality(n.grams) + ${conditions.parameter(grams.length)}::int)`;
  const names = `array(select n.name from read_indicator_library.name n where n.grams && ${asked}::text[]
    and ${part} >= ${String(ALIKE)} order by ${part} desc, n.name limit ${String(MOST_ALIKE)})`;
  conditions.add(`s.names && ${names}`);
  conditions.add(`u.key = any(${names})`);
}

function itemOf(row: UseRow): IndicatorItem {
  const { name, level1, level2, measure, uses, units, years, written, rule } = row;
  return {
    name,
    ...(level1 !== '' && { level1 }),
    ...(level2 !== '' && { level2 }),
    ...(measure !== '' && { unit: measure }),
    uses,
    units,
    years,
    ...spreadOf(row),
    values: written,
    ...(rule !== null && { scoringRule: rule }),
  };
}

function spreadOf({ numbers, least, median, greatest }: UseRow): Pick<IndicatorItem, 'spread'> {
  if (least === null || median === null || greatest === null) return {};
  return { spread: { numbers, least, median, greatest } };
}
