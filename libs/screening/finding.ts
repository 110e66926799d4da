import type { Form, FormKind } from '#form';
import type { RuleSet, Severity } from './rule-set.ts';
import type { IndicatorReading } from './indicator-reading.ts';

/** A value that would put the field at `path` right. */
export interface Fix {
  path: string;
  value: string;
}

export interface Finding {
  /** Stable code of the rule. */
  code: string;
  severity: Severity;
  /** JSON Pointer by row id; `/` for the form itself. */
  path: string;
  /** Chinese, quotes the values and says what to do. */
  message: string;
  /** What the rule rests on: filling notes, 财预〔2015〕88号, 财预〔2021〕101号 … */
  rule: string;
  fix?: Fix;
}

/** What became of one rule on one form, so that a report can say what was checked. */
export type Outcome =
  | { code: string; title: string; result: 'found'; findings: Finding[] }
  | { code: string; title: string; result: 'not-found' }
  | { code: string; title: string; result: 'not-applicable'; why: string };

/** Another form that this one is compared with: of the same run, or of the department and campaign. */
export interface OtherForm {
  id: string;
  unit: string;
  form: Form;
}

/** A fund's total in the campaign, 万元, beside which its directions stand. */
export interface FundTotal {
  fund: string;
  fiscalYear: number;
  total: string;
}

export interface ScreeningContext {
  ruleSet?: RuleSet;
  /** The unit's form of the year before, for the same project. */
  lastYear?: Form;
  /** Forms that came before this one. */
  others?: readonly OtherForm[];
  fundTotals?: readonly FundTotal[];
  /** Who presents the form; the form's own unit name where absent. */
  unit?: string;
}

/** What a check sees: the form, its indicators read once, and the thresholds that hold. */
export interface Subject<K extends FormKind = FormKind> {
  form: Extract<Form, { kind: K }>;
  rows: readonly IndicatorReading[];
  context: ScreeningContext;
  ruleSet: Required<RuleSet>;
}

export interface Flaw {
  path: string;
  message: string;
  fix?: Fix;
}

/** Flaws (none: the rule was kept), or in Chinese why the rule does not apply to this form. */
export type Verdict = Flaw[] | string;

export interface Rule<K extends FormKind = FormKind> {
  code: string;
  /** Chinese, for reports and the documentation. */
  title: string;
  severity: Severity;
  appliesTo: readonly K[];
  restsOn: string;
  check: (subject: Subject<K>) => Verdict;
}

/** A rule whatever its kinds: it refuses other kinds itself, so that all rules fit one table. */
export interface AnyRule extends Omit<Rule, 'check'> {
  run: (form: Form, rest: Omit<Subject, 'form'>) => Verdict;
}

const KIND_NAMES: Readonly<Record<FormKind, string>> = {
  project: '项目支出',
  overall: '部门整体支出',
  direction: '专项资金支出方向',
};

export const ALL_KINDS: readonly FormKind[] = ['project', 'overall', 'direction'];

/** Makes a rule of particular kinds fit the table of all rules. */
export function rule<K extends FormKind>({ check, ...described }: Rule<K>): AnyRule {
  const isOurs = (form: Form): form is Extract<Form, { kind: K }> =>
    described.appliesTo.some((kind) => kind === form.kind);
  return {
    ...described,
    run: (form, rest) =>
      isOurs(form) ? check({ ...rest, form }) : `本规则不适用于${KIND_NAMES[form.kind]}表`,
  };
}
