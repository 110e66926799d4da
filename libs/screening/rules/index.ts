import type { AnyRule } from '../finding.ts';
import { blankPartRules } from './blank-parts.ts';
import { completeRules } from './complete.ts';
import { dateRules } from './dates.ts';
import { deadlineRules } from './deadlines.ts';
import { indicatorSetRules } from './indicator-set.ts';
import { paymentPlanRules } from './payment-plan.ts';
import { sumRules } from './sums.ts';

/** All rules, in the order in which a report speaks: the whole, then money, time, indicators, other forms. */
export const RULES: readonly AnyRule[] = [
  ...completeRules,
  ...indicatorSetRules,
  ...sumRules,
  ...blankPartRules,
  ...paymentPlanRules,
  ...dateRules,
  ...deadlineRules,
];
