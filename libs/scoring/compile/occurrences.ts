import type { Decimal } from '../decimal.ts';
import { ONE } from '../decimal.ts';
import type { Occurrence } from '../rule.ts';
import type { Step } from '../text/steps.ts';
import type { Unit } from '../text/units.ts';
import type { Shaped, Statement, Stepped } from './draft.ts';
import { countCutoff } from './cutoffs.ts';
import { needsPerson } from './draft.ts';
import { foreignFigures, thresholdOf } from './thresholds.ts';
import type { Operator } from '../measure.ts';

/** Steps counted in what the row's own value does not tell: events, days late, and units of another thing. */
export function occurrenceOf(stepped: Stepped, cutoffs: readonly Statement[]): Shaped {
  const { draft, step, marks, penalty } = stepped;
  const { measure } = draft;
  const unit = unitOf(step);
  if (isCountOfRow(stepped)) return needsPerson(measure, 'kind-conflict', SAME_UNIT);
  if (unit?.group === 'ratio') return needsPerson(measure, 'kind-conflict', RATE_COUNTED);
  const threshold = thresholdOf(stepped, isLimit(measure.operator) ? 'excess' : 'shortfall');
  const counts = countsOf(step, unit);
  const cutoff = countCutoff(stepped, cutoffs);
  if (threshold === 'foreign' || cutoff === 'foreign') return foreignFigures(draft);
  const how = {
    counts,
    amount: amountOf(step, counts),
    unitText: textOf(unit, counts),
    penalty,
    once: false,
  };
  return { kind: 'occurrence', ...how, threshold, cutoff, marks, measure };
}

const SAME_UNIT = '扣分的次数与指标值用同一单位，看不出实际值是完成数还是发生数，请人工评分。';
const RATE_COUNTED = '扣分条件按百分比计次，看不出怎样计量，请人工评分。';

const unitOf = ({ amount }: Step): Unit | null => amount?.unit ?? null;

function textOf(unit: Unit | null, counts: Occurrence['counts']): string | null {
  if (unit === null) return null;
  return isInDays(counts, unit) ? '天' : unit.name;
}

function isInDays(counts: Occurrence['counts'], unit: Unit): boolean {
  return counts === 'late' && unit.group === 'time';
}

function isLimit(operator: Operator): boolean {
  return operator === '≤' || operator === '<';
}

const LATE_GROUPS = new Set(['time', 'month', 'workday']);

function countsOf(step: Step, unit: Unit | null): Occurrence['counts'] {
  if (step.direction === 'late' && unit !== null && LATE_GROUPS.has(unit.group)) return 'late';
  return step.direction === 'short' || step.direction === 'over' ? step.direction : 'event';
}

function amountOf(step: Step, counts: Occurrence['counts']): Decimal {
  const { amount } = step;
  if (amount === null) return ONE;
  return counts === 'late' && amount.unit?.group === 'time'
    ? amount.value.mul(amount.unit.factor).div(1440)
    : amount.value;
}

/** 单位数150家, 每有1家不准确: the same unit for two different counts. */
function isCountOfRow({ draft, step }: Stepped): boolean {
  const { measure } = draft;
  const unit = step.amount?.unit ?? null;
  if (unit === null || measure.unit === null || measure.target.is !== 'figure') return false;
  return (
    unit.group === measure.unit.group && unit.name === measure.unit.name && !measure.target.value.isZero()
  );
}
