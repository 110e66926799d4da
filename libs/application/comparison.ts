import { type RuleSet } from '#domain';
import { evolve, NONE, type Finding, type Stated, type Target } from '#domain/target';
import { type Form } from '#form';
import { streamOf } from './history.ts';
import { type Compared, type FormInPlace, type Neighbours } from './ports.ts';
import { type TargetDesk } from './target-desk.ts';

export const NO_NEIGHBOURS: Neighbours = {
  others: () => Promise.resolve([]),
  lastYear: () => Promise.resolve(null),
  isClassified: () => Promise.resolve(false),
};

type Desk = Pick<TargetDesk, 'neighbours' | 'recorder' | 'register' | 'screen'>;

/** What screening says of a form where it stands: alone, and beside those that it must be compared with. */
export async function findingsOf(
  desk: Desk,
  place: FormInPlace & { stated: Stated },
  ruleSet: RuleSet,
): Promise<readonly Finding[]> {
  const { form, fiscalYear, stated } = place;
  return desk.screen(form, { ruleSet, fiscalYear, stated, ...(await comparedWith(desk, place)) });
}

async function comparedWith(desk: Desk, place: FormInPlace): Promise<Compared> {
  const [others, last] = await Promise.all([desk.neighbours.others(place), targetOfLastYear(desk, place)]);
  const campaign = desk.register.campaigns.get(place.campaignId)?.campaign;
  const fundTotals = (campaign?.fundTotals ?? []).map((one) => ({ ...one, fiscalYear: place.fiscalYear }));
  return { others, fundTotals, ...(last && { lastYear: last.target.form }) };
}

/** The same unit's target of the year before for the same plan; persons are still sealed. */
export async function targetOfLastYear(
  { neighbours, recorder }: Pick<Desk, 'neighbours' | 'recorder'>,
  place: FormInPlace,
): Promise<{ id: string; target: Target } | null> {
  const id = await neighbours.lastYear(place);
  if (id === null) return null;
  const { state } = await recorder.recent.load({ stream: streamOf.target(id), initial: NONE, evolve });
  return { id, target: state };
}

/** A form that is only tried out, as it would stand under this unit and campaign. */
export const asFiled = (form: Form, { unit, department, fiscalYear }: Omit<FormInPlace, 'form'>): Form => ({
  ...form,
  unitName: unit.name,
  department: department.name,
  fiscalYear,
});
