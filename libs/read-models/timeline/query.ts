import { EVENT_TERMS } from '#domain';
import { type TargetEventType } from '#domain/target';
import { A_COUNT, keysIn, limitOf, pageOf } from '../reading/index.ts';
import type { Listed, Page, Queryable } from '../reading/index.ts';

/** Who did what, when. */
export interface TimelineItem {
  revision: number;
  type: TargetEventType;
  /** The event in Chinese. */
  label: string;
  /** ISO 8601 with offset. */
  time: string;
  actor: { user: string; name: string; post: string; organisation: string; onBehalfOf?: string };
  /** Id of the stage it happened at. */
  stage?: string;
  /** In a word: decision and grade, next stage, document number, points … */
  outcome?: string;
  comment?: string;
}

interface LineRow {
  revision: number;
  at: string;
  type: TargetEventType;
  user_id: string;
  name: string;
  post: string;
  organisation: string;
  on_behalf_of: string | null;
  stage: string | null;
  outcome: string | null;
  comment: string | null;
}

/** Everything that happened to a target, in order. Whether the reader may see the target is for the caller. @throws BadCursor */
export async function timelineOf(
  db: Queryable,
  target: string,
  page: Page = {},
): Promise<Listed<TimelineItem>> {
  const limit = limitOf(page);
  const [after = '-1'] = keysIn(page, [A_COUNT]) ?? [];
  const [{ rows: counts }, { rows }] = await Promise.all([
    db.query<{ total: number }>({
      name: 'timeline-total',
      text: 'select count(*)::int as total from read_timeline.line where target = $1',
      values: [target],
    }),
    db.query<LineRow>({
      name: 'timeline-page',
      text: `select * from read_timeline.line where target = $1 and revision > $2 order by revision limit $3`,
      values: [target, Number(after), limit + 1],
    }),
  ]);
  return pageOf(
    rows,
    { limit, total: counts[0]?.total ?? 0 },
    { item: itemOf, keys: ({ revision }) => [String(revision)] },
  );
}

function itemOf(row: LineRow): TimelineItem {
  const { user_id: user, name, post, organisation, on_behalf_of: onBehalfOf, stage, outcome, comment } = row;
  return {
    revision: row.revision,
    type: row.type,
    label: EVENT_TERMS[row.type],
    time: row.at,
    actor: { user, name, post, organisation, ...(onBehalfOf === null ? {} : { onBehalfOf }) },
    ...(stage === null ? {} : { stage }),
    ...(outcome === null ? {} : { outcome }),
    ...(comment === null ? {} : { comment }),
  };
}
