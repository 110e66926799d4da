export { examine, screen } from './screen.ts';
export type { Finding, Fix, FundTotal, OtherForm, Outcome, ScreeningContext } from './finding.ts';
export { DEFAULT_RULE_SET, type RuleSet, type Severity } from './rule-set.ts';
export { RULES } from './rules/index.ts';
export { cataloguePage } from './catalogue.ts';
export { CopyIndex, type NearCopy } from './near-copies.ts';
export { comparedPartOf, comparisonKeysOf, type ComparisonKeys } from './comparing.ts';
export { FormsSoFar } from './forms-so-far.ts';
