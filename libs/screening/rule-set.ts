import type { FormKind } from '#form';

/** `error` stops a submission, `warning` is answered by the unit or seen by the reviewer, `hint` is neither. */
export type Severity = 'error' | 'warning' | 'hint';

/** What varies by jurisdiction and year in screening; everything is optional and has a default. */
export interface RuleSet {
  /** Codes of rules that are switched off. */
  off?: readonly string[];
  /** Severities that differ from the rule's own. */
  severities?: Readonly<Record<string, Severity>>;
  /** What the weights of a form may add up to: 100, or 90 where execution has the other 10. */
  weightTotals?: readonly string[];
  /** Growth of the total over last year, in percent, above which a 测算依据 is asked for. */
  growthPercent?: string;
  /** Share of equal indicators, 0 to 1, from which two forms count as copies of each other. */
  copyShare?: number;
  /** Fields that a form of the kind must have (one of each group); empty ones are errors. */
  required?: Readonly<Record<FormKind, readonly (readonly string[])[]>>;
  /** Fields that the kind's template has; empty ones are warnings. Null: judged by what the form itself has. */
  expected?: readonly string[] | null;
}

export const DEFAULT_RULE_SET: Required<RuleSet> = {
  off: [],
  severities: {},
  weightTotals: ['100', '90'],
  growthPercent: '20',
  copyShare: 0.85,
  required: {
    project: [
      ['/name'],
      ['/funding/thisYear/total'],
      ['/goals', '/longTermGoal'],
      ['/indicators'],
      ['/purpose', '/summary'],
    ],
    overall: [['/unitName'], ['/duties'], ['/goals'], ['/indicators']],
    direction: [['/fund'], ['/direction'], ['/amount'], ['/goals', '/periodGoal'], ['/indicators']],
  },
  expected: null,
};

/** A rule set with every gap filled by the default. */
export function completeRuleSet(ruleSet: RuleSet = {}): Required<RuleSet> {
  return { ...DEFAULT_RULE_SET, ...ruleSet };
}
