import type pg from 'pg';

/** Of the office where `owner` is empty, of one person otherwise. Never in an event: what was said with one is. */
const TABLE = `
create schema if not exists phrases;
create table phrases.phrase (
  id uuid primary key default gen_random_uuid(),
  owner text collate "C" not null,
  decision text not null check (decision in ('approve', 'return', 'reject')),
  text text not null,
  added_at timestamptz not null default clock_timestamp(),
  unique (owner, decision, text)
);`;

/** What an office begins with; it may keep, add and delete as it likes. */
const USUAL = [
  ['approve', '同意申报，请严格按照绩效目标组织实施'],
  ['approve', '绩效目标完整、指标清晰，同意申报'],
  ['approve', '目标与资金相匹配，同意申报'],
  ['return', '绩效指标不够量化，请细化后重报'],
  ['return', '指标值偏低，请结合上年完成情况调整后重报'],
  ['return', '测算依据不充分，请补充测算过程'],
  ['return', '绩效目标与资金用途不够对应，请修改后重报'],
  ['reject', '不符合预算安排方向，不予通过'],
  ['reject', '立项依据不充分，不予通过'],
] as const;

/** Several processes may start at once: one creates and fills, the others wait. */
export async function createTables(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query(`begin; select pg_advisory_xact_lock(hashtext('mubiao phrases'))`);
    const { rows } = await client.query<{ there: boolean }>(
      `select to_regclass('phrases.phrase') is not null as there`,
    );
    if (rows[0]?.there !== true) {
      await client.query(TABLE);
      for (const [decision, text] of USUAL)
        await client.query(`insert into phrases.phrase (owner, decision, text) values ('', $1, $2)`, [
          decision,
          text,
        ]);
    }
    await client.query('commit');
  } finally {
    client.release(true);
  }
}
