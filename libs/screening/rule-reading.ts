import { compile, type NeedsPerson, type Rule } from '#scoring';
import type { Flaw, Verdict } from './finding.ts';
import type { IndicatorReading } from './indicator-reading.ts';

/** A row's 评（扣）分标准 and how it was understood. */
export interface ReadRule {
  row: IndicatorReading;
  /** `/indicators/i3/scoringRule` */
  path: string;
  text: string;
  rule: Rule | NeedsPerson;
}

const NO_RULES = '本表没有评（扣）分标准';
/** A rule can be read before anyone has given the row its points; what it says of them is not looked at then. */
const ANY_WEIGHT = '10';
const cache = new WeakMap<IndicatorReading, ReadRule>();

/** Each row's rule, compiled once however many checks look at it. */
function readRules(rows: readonly IndicatorReading[]): ReadRule[] {
  return rows.flatMap((row) => {
    const text = row.row.scoringRule;
    if (text === undefined) return [];
    const known = cache.get(row) ?? {
      row,
      path: `${row.path}/scoringRule`,
      text,
      rule: compile(text, { ...row.row, weight: row.row.weight ?? ANY_WEIGHT }),
    };
    cache.set(row, known);
    return [known];
  });
}

/** Runs a check over every rule text of a form; the others are given for comparison. */
export const forEachRule =
  (check: (read: ReadRule, all: readonly ReadRule[]) => Flaw[]) =>
  ({ rows }: { rows: readonly IndicatorReading[] }): Verdict => {
    const rules = readRules(rows);
    return rules.length === 0 ? NO_RULES : rules.flatMap((read) => check(read, rules));
  };
