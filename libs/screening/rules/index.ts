import { betweenFormRules } from './between-forms.ts';
import type { AnyRule } from '../finding.ts';
import { blankPartRules } from './blank-parts.ts';
import { completeRules } from './complete.ts';
import { costRules } from './cost.ts';
import { dateRules } from './dates.ts';
import { deadlineRules } from './deadlines.ts';
import { describedPlanRules } from './described-plan.ts';
import { duplicateRules } from './duplicates.ts';
import { figureRules } from './figures-agree.ts';
import { hintRules } from './hints.ts';
import { indicatorSetRules } from './indicator-set.ts';
import { paymentPlanRules } from './payment-plan.ts';
import { quantityRules } from './quantities.ts';
import { ruleSubjectRules } from './rule-subject.ts';
import { ruleTextRules } from './rule-text.ts';
import { sumRules } from './sums.ts';
import { targetSenseRules } from './target-sense.ts';
import { unitRules } from './units-of-values.ts';
import { valueRules } from './values.ts';

/** All rules, in the order in which a report speaks: the whole, then money, time, indicators, other forms. */
export const RULES: readonly AnyRule[] = [
  ...completeRules,
  ...indicatorSetRules,
  ...sumRules,
  ...blankPartRules,
  ...costRules,
  ...paymentPlanRules,
  ...dateRules,
  ...deadlineRules,
  ...valueRules,
  ...unitRules,
  ...targetSenseRules,
  ...duplicateRules,
  ...figureRules,
  ...quantityRules,
  ...describedPlanRules,
  ...ruleTextRules,
  ...ruleSubjectRules,
  ...betweenFormRules,
  ...hintRules,
];
