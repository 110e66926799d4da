import { type Approval } from '#contracts';
import { EVENT_TERMS } from '#domain';
import { A_COUNT, A_TEXT, A_UUID, keysIn, limitOf, pageOf } from '../reading/index.ts';
import type { Listed, Page, Queryable } from '../reading/index.ts';
import { ITEM_COLUMNS, itemOf, type ItemRow } from '../target-list/index.ts';

interface ApprovalRow extends ItemRow {
  line_revision: number;
  at: string;
  type: 'OpinionGiven' | 'TargetGranted';
  post: string;
  organisation: string;
  on_behalf_of: string | null;
  comment: string | null;
}

/** The index of the lines is on the same words. */
const APPROVED = `l.user_id = $1
  and (l.type = 'TargetGranted' or (l.type = 'OpinionGiven' and l.outcome like 'approve%'))`;

/** Everything a person approved, the latest first. Whether the reader may know is for the caller. @throws BadCursor */
export async function responsibilityOf(
  db: Queryable,
  user: string,
  page: Page = {},
): Promise<Listed<Approval>> {
  const limit = limitOf(page);
  const [at, id, revision] = keysIn(page, [A_TEXT, A_UUID, A_COUNT]) ?? [null, null, null];
  const [{ rows: counts }, { rows }] = await Promise.all([
    db.query<{ total: number }>(`select count(*)::int as total from read_timeline.line l where ${APPROVED}`, [
      user,
    ]),
    db.query<ApprovalRow>(
      `select l.revision as line_revision, l.at, l.type, l.post, l.organisation, l.on_behalf_of, l.comment,
         ${ITEM_COLUMNS}
       from read_timeline.line l join read_target_list.target t on t.id = l.target
       where ${APPROVED}
         and ($2::text is null or (l.at, l.target, l.revision) < ($2::text, $3::uuid, $4::int))
       order by l.at desc, l.target desc, l.revision desc limit $5`,
      [user, at, id, revision, limit + 1],
    ),
  ]);
  return pageOf(
    rows,
    { limit, total: counts[0]?.total ?? 0 },
    { item: approvalOf, keys: (row) => [row.at, row.id, String(row.line_revision)] },
  );
}

function approvalOf(row: ApprovalRow): Approval {
  const { line_revision: revision, at: time, type, post, organisation, on_behalf_of: onBehalfOf } = row;
  return {
    revision,
    label: type === 'OpinionGiven' ? '同意' : EVENT_TERMS[type],
    time,
    post,
    organisation,
    ...(onBehalfOf !== null && { onBehalfOf }),
    ...(row.comment !== null && { comment: row.comment }),
    target: itemOf(row),
  };
}
