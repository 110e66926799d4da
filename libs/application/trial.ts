import { Refusal } from '#domain';
import { sees } from '#domain/directory';
import { evolve, NONE, type Finding, type Stated } from '#domain/target';
import { type Form } from '#form';
import { asFiled, findingsOf } from './comparison.ts';
import { streamOf } from './history.ts';
import { type FormInPlace } from './ports.ts';
import { refuseUnseen } from './target-commands.ts';
import { type TargetDesk } from './target-desk.ts';
import { campaignOf, personOf } from './target-context.ts';
import { AccessDenied } from './request.ts';

/** Where a form that is only tried out would stand: as the next revision of a target, or as a new one of a unit. */
export type TrialPlace = { targetId: string } | { campaignId: string; unitCode: string };

type Place = Omit<FormInPlace, 'form'> & { stated: Stated };

/**
 * What screening would say of a form if it were filed there; nothing is kept.
 * @throws NotFound, AccessDenied or Refusal for a place that there is not, or that is not the person's to see
 */
export async function screenTrial(
  desk: TargetDesk,
  form: Form,
  where: TrialPlace,
  user: string,
): Promise<readonly Finding[]> {
  const place = 'targetId' in where ? await ofTarget(desk, where, user) : ofUnit(desk, where, user);
  const { ruleSet } = campaignOf(desk.register, place.campaignId).campaign;
  return findingsOf(desk, { ...place, form: asFiled(form, place) }, ruleSet);
}

async function ofTarget(desk: TargetDesk, { targetId }: { targetId: string }, user: string): Promise<Place> {
  const { recorder, register } = desk;
  const { state } = await recorder.recent.load({ stream: streamOf.target(targetId), initial: NONE, evolve });
  refuseUnseen(state, personOf(register, user), register);
  const { campaignId, unit, department, fiscalYear, stated } = state;
  return { target: targetId, campaignId, unit, department, fiscalYear, stated };
}

function ofUnit(
  { register }: TargetDesk,
  { campaignId, unitCode }: { campaignId: string; unitCode: string },
  user: string,
): Place {
  const { directory } = register;
  const unit = directory.units.get(unitCode);
  const department = unit && directory.units.get(unit.departmentCode);
  if (!unit || !department) throw new Refusal('UnknownUnit', { code: unitCode }, [{ path: '/unitCode' }]);
  const where = { unitCode, departmentCode: department.code };
  if (!sees(personOf(register, user), where, directory)) throw new AccessDenied('screen');
  const { fiscalYear } = campaignOf(register, campaignId).campaign;
  return { target: null, campaignId, unit, department, fiscalYear, stated: {} };
}
