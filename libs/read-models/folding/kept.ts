import { NONE, type NamedPerson, type ScoreSheet, type Target } from '#domain/target';

/** What a projection keeps of a target to go on from: only what differs from a target that does not exist yet. */
export type Kept = Partial<Target>;

const nameless = ({ user }: NamedPerson): NamedPerson => ({ user, name: '' });

/**
 * The target without its form, without names and without texts that persons wrote: what a projection needs to fold the
 * next event, and nothing that would have to be erased (persons stand in events only, under keys of their own).
 */
export function stripped(target: Target): Target {
  const { progress, evaluation, classified } = target;
  return {
    ...target,
    form: { kind: target.form.kind },
    stated: NONE.stated,
    classified: classified && { ...classified, reason: '' },
    progress: {
      ...progress,
      signers: progress.signers.map(nameless),
      added: progress.added.map(nameless),
      took: progress.took.map(nameless),
    },
    wordings: target.wordings.map(({ id, stage, by, answer }) => ({
      id,
      stage,
      by: nameless(by),
      answer,
      path: '',
      to: '',
      reason: '',
    })),
    delegations: target.delegations.map((one) => ({
      ...one,
      from: nameless(one.from),
      to: nameless(one.to),
    })),
    evaluation: evaluation && totals(evaluation),
  };
}

const totals = ({ total, grade }: ScoreSheet): ScoreSheet => ({
  total,
  grade,
  indicators: [],
  execution: { paid: '', budget: '', points: '', steps: [] },
});

export function keptOf(target: Target): Kept {
  const kept: Record<string, unknown> = {};
  // By hand: every row that is written comes through here.
  for (const key of KEYS) if (target[key] !== NONE[key]) kept[key] = target[key];
  return kept;
}

const KEYS = Object.keys(NONE) as (keyof Target)[];

export const restored = (kept: Kept): Target => ({ ...NONE, ...kept });
