import { type Form } from '#form';
import {
  type Assessment,
  type ExecutionAssessment,
  type Finding,
  type Office,
  type Stated,
} from '#domain/target';
import { type RuleSet } from '#domain';
import { type OtherForm, type ScreeningContext } from '#screening';

/** The one source of time. Only demo seeding and tests pass another than the system's. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00Z. */
  now(): number;
}

/** What screening says of a form; `stated` carries what the document said instead of the register. */
export type Screen = (
  form: Form,
  context: { ruleSet: RuleSet; fiscalYear: number; stated: Stated } & Compared,
) => readonly Finding[];

/** What a form is compared with, see `ScreeningContext`. */
export type Compared = Pick<ScreeningContext, 'others' | 'lastYear' | 'fundTotals'>;

/** A form and whose it is; `target` is null for one that is no target yet. */
export interface FormInPlace {
  target: string | null;
  campaignId: string;
  unit: Office;
  department: Office;
  fiscalYear: number;
  form: Form;
}

/** Finds the few forms among thousands that one has to be compared with; what is newer than a moment may be missing. */
export interface Neighbours {
  /** Of the same department and campaign those begun before, as far as they are alike, and the fund's other directions. */
  others(place: FormInPlace): Promise<readonly OtherForm[]>;
  /** The target of the year before of the same unit for the same plan: by its code, else by its name. */
  lastYear(place: FormInPlace): Promise<string | null>;
  /** Whether the unit registered its code in the campaign as 涉密. */
  isClassified(place: Pick<FormInPlace, 'campaignId' | 'unit'>, code: string): Promise<boolean>;
}

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
