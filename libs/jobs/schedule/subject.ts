import type { OpenDuty, UnitInCampaign } from '#read-models';

/**
 * What is to be done as long as there is nothing of a unit in a campaign: its people draft something, or, where it has
 * nobody who could, somebody is found (落实填报人员). Its name is the campaign's.
 */
export interface UnitDuty extends Omit<OpenDuty, 'target' | 'duty'> {
  target: null;
  duty: 'draft' | 'staff';
}

/** What somebody owes by a day: a duty about a target, or of a unit that has none yet. */
export type Owed = OpenDuty | UnitDuty;
export type OwedDuty = Owed['duty'];

/** What a reminder is about, as its row has it: a target, or a unit in a campaign. */
export type Subject = { target: string; campaign: null; unit: null } | (UnitInCampaign & { target: null });

export const subjectOf = ({ target, campaign, unit }: Owed): Subject =>
  target === null ? { target, campaign, unit } : { target, campaign: null, unit: null };

export const aboutTarget = (target: string): Subject => ({ target, campaign: null, unit: null });

/** Targets and units that a question is about. */
export interface Subjects {
  targets: readonly string[];
  places: readonly UnitInCampaign[];
}

/** Each once. */
export function subjectsOf(rows: readonly Subject[]): Subjects {
  const targets = new Set<string>();
  const places = new Map<string, UnitInCampaign>();
  for (const row of rows)
    if (row.target === null) places.set(placeKey(row), { campaign: row.campaign, unit: row.unit });
    else targets.add(row.target);
  return { targets: [...targets], places: [...places.values()] };
}

export const placeKey = ({ campaign, unit }: UnitInCampaign): string => `${campaign} ${unit}`;

/** Where in the pages it is done; whoever cannot do it for the unit sees what it has. */
export function pathOf(subject: Subject & { duty: string }, part: string): string {
  if (subject.target !== null) return `/targets/${subject.target}`;
  const { campaign, unit, duty } = subject;
  return part === 'leader' || duty === 'staff'
    ? `/targets?${new URLSearchParams({ campaign, unit }).toString()}`
    : `/targets/new?${new URLSearchParams({ campaign }).toString()}`;
}
