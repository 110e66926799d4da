import { type LastYear, type TargetReading } from '#application';
import { stageOf, type Target } from '#domain/target';
import { type LastYearView, type StageView, type TargetView } from '#contracts';

/** The stage that a target is in: `index` counts from 1, as in 第 1 级 of 3. */
export function stageView(target: Target): StageView | null {
  const stage = stageOf(target);
  if (!stage) return null;
  const index = target.chain.indexOf(stage) + 1;
  return { id: stage.id, name: stage.name, index, of: target.chain.length };
}

/** A target as it is read over HTTP. What has not happened yet (a grant, say) is absent. */
export function targetView({ id, revision, time, target, allowed, findings }: TargetReading): TargetView {
  const { state, round, campaignId, unit, department, form, fiscalYear, budgetRound, ceiling } = target;
  return {
    id,
    revision,
    time,
    state,
    stage: stageView(target),
    round,
    budgetRound,
    kind: form.kind,
    campaignId,
    fiscalYear,
    unit,
    department,
    presented: target.presented,
    form,
    stated: target.stated,
    findings,
    ...(ceiling !== null && { ceiling }),
    ...(target.classified && { classified: target.classified }),
    ...(target.grant && { grant: target.grant }),
    ...(target.disclosure && { disclosure: target.disclosure }),
    ...(target.evaluation && { evaluation: target.evaluation }),
    chain: target.chain,
    wordings: target.wordings,
    allowed,
  };
}

export function lastYearView(last: LastYear | null): LastYearView {
  if (last === null) return { item: null };
  const { fiscalYear, state, form, grant, evaluation } = last.target;
  const isConfirmed = state === 'evaluated' && evaluation !== null;
  return {
    item: {
      id: last.id,
      fiscalYear,
      state,
      form,
      ...(grant && { grant }),
      ...(isConfirmed && { evaluation }),
    },
  };
}
