import { type Actor } from '#domain';
import { NO_CAMPAIGN, windowFor, type Campaign } from '#domain/campaign';
import { allReviewers, headsOf, reviewersOf, type Person, type Whereabouts } from '#domain/directory';
import { type Context, type Stage, type Target } from '#domain/target';
import { type FormKind } from '#form';
import { NotFound } from './request.ts';
import { type KnownCampaign, type Register } from './register.ts';

/** Which target, seen by whom, at what moment. */
export interface Situation {
  person: Person;
  target: Target;
  campaignId: string;
  kind: FormKind;
  where: Whereabouts;
  time: string;
}

const NO_EXECUTION = { points: '0.00', steps: [] };

export const whereIs = ({ unit, department }: Pick<Target, 'unit' | 'department'>): Whereabouts => ({
  unitCode: unit.code,
  departmentCode: department.code,
});

/** @throws NotFound for a user that the register does not know, or who has left */
export function personOf(register: Register, user: string): Person {
  const person = register.directory.people.get(user);
  if (!person || person.left) throw new NotFound(`person ${user}`);
  return person;
}

/** @throws NotFound */
export function campaignOf(register: Register, id: string): KnownCampaign {
  const known = register.campaigns.get(id);
  if (!known) throw new NotFound(`campaign ${id}`);
  return known;
}

/** The person as the record names them: post and organisation as they are now. */
export function actorOf(person: Person, { directory }: Register): Actor {
  const { place } = person;
  const organisation =
    'unit' in place ? directory.units.get(place.unit)?.name : directory.sections.get(place.section)?.name;
  return { user: person.user, name: person.name, post: person.post, organisation: organisation ?? '' };
}

/** What a decision may look at, without findings, points and registered codes, which only some commands ask for. */
export function contextOf(situation: Situation, register: Register): Context {
  const { person, target, where, time } = situation;
  const campaign = register.campaigns.get(situation.campaignId)?.campaign ?? NO_CAMPAIGN;
  const chain = campaign.chains[situation.kind] ?? [];
  return {
    day: time.slice(0, 10),
    actor: actorOf(person, register),
    campaignOpen: campaign.state === 'open',
    filedOffline: false,
    resumeAt: campaign.resumeAt,
    chain,
    ...officesOf([...chain, ...target.chain], where, register),
    canReview: allReviewers(register.directory),
    windows: windowsOf(campaign, where),
    ruleSet: campaign.ruleSet,
    findings: [],
    assessments: [],
    execution: NO_EXECUTION,
  };
}

function windowsOf(campaign: Campaign, where: Whereabouts): Context['windows'] {
  const windows: Context['windows'] = {};
  for (const name of ['submission', 'revision', 'selfEvaluation'] as const) {
    const window = windowFor(campaign, name, where);
    if (window) windows[name] = window;
  }
  return windows;
}

function officesOf(
  stages: readonly Stage[],
  where: Whereabouts,
  { directory }: Register,
): Pick<Context, 'reviewers' | 'stageHeads'> {
  const reviewers: Record<string, Context['reviewers'][string]> = {};
  const stageHeads: Record<string, readonly string[]> = {};
  for (const { id, reviewers: group } of stages) {
    reviewers[id] ??= reviewersOf(group, where, directory);
    stageHeads[id] ??= headsOf(group, where, directory);
  }
  return { reviewers, stageHeads };
}
