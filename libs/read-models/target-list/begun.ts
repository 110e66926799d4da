import type { Queryable } from '../reading/index.ts';

/** A unit's part in a campaign. */
export interface UnitInCampaign {
  campaign: string;
  unit: string;
}

/** What a unit has drafted in a campaign, 涉密 registrations among it. */
export interface Begun extends UnitInCampaign {
  /** Whether anything of it stands, that is, was not abandoned. */
  stands: boolean;
  /** ISO 8601: when the last was abandoned. */
  abandonedAt: string | null;
}

/** Of these units in these campaigns, or of all, as far as they ever drafted anything. */
export async function begunIn(db: Queryable, places?: readonly UnitInCampaign[]): Promise<Begun[]> {
  const within = `join (select distinct * from unnest($1::text[], $2::text[]) as p (campaign, unit)) p
    on p.campaign = t.campaign and p.unit = t.unit`;
  const { rows } = await db.query<Begun>(
    `select t.campaign, t.unit, bool_or(t.state <> 'abandoned') as stands,
       max(t.since) filter (where t.state = 'abandoned') as "abandonedAt"
     from read_target_list.target t ${places === undefined ? '' : within} group by t.campaign, t.unit`,
    places === undefined ? [] : [places.map(({ campaign }) => campaign), places.map(({ unit }) => unit)],
  );
  return rows;
}

/** Whose these targets are, each place once. */
export async function placesOf(db: Queryable, targets: readonly string[]): Promise<UnitInCampaign[]> {
  const { rows } = await db.query<UnitInCampaign>(
    'select distinct campaign, unit from read_target_list.target where id = any($1::uuid[])',
    [targets],
  );
  return rows;
}
