import { type Form } from '#form';
import { type Assessment, type ExecutionAssessment, type Finding, type Stated } from '#domain/target';
import { type RuleSet } from '#domain';

/** The one source of time. Only demo seeding and tests pass another than the system's. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00Z. */
  now(): number;
}

/** What screening says of a form; `stated` carries what the document said instead of the register. */
export type Screen = (
  form: Form,
  context: { ruleSet: RuleSet; fiscalYear: number; stated: Stated },
) => readonly Finding[];

/** What scoring makes of the actual values of a granted form; money in 万元. */
export type Assess = (
  form: Form,
  actuals: ReadonlyMap<string, string>,
  money: { paid: string; budget: string },
  ruleSet: RuleSet,
) => { assessments: readonly Assessment[]; execution: ExecutionAssessment };

/** Keys of persons, kept outside the event store; erasing one makes every ciphertext under it unreadable for good. */
export interface PersonKeys {
  /** The key of a person (by unit code and name), made at first use. */
  keyOf(subject: { unitCode: string; name: string }): Promise<{ id: string; secret: Buffer }>;
  /** The secrets of keys that still exist. */
  secretsOf(ids: readonly string[]): Promise<ReadonlyMap<string, Buffer>>;
  /** Erases; answers how many keys there were. */
  erase(subject: { unitCode: string; name: string }): Promise<number>;
}
