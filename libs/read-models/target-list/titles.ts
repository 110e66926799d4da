import type { Queryable } from '../reading/index.ts';

/** A target as somebody is told of it in a word. */
export interface TargetTitle {
  id: string;
  name: string;
  unitName: string;
}

/** Of those of these targets that there are, by id. */
export async function titlesOf(db: Queryable, ids: readonly string[]): Promise<Map<string, TargetTitle>> {
  const { rows } = await db.query<TargetTitle>(
    `select id, coalesce(name, '') as name, unit_name as "unitName" from read_target_list.target
     where id = any($1::uuid[])`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}
