import { readActual } from './actual/figures.ts';
import type { NeedsPerson, Rule } from './rule.ts';
import { scoreAllOrNothing, scoreYesNo } from './score/conditions.ts';
import { scoreDated } from './score/dates.ts';
import { scoreDeduction } from './score/deduction.ts';
import { scoreGrades } from './score/grades.ts';
import { scoreOccurrence } from './score/occurrence.ts';
import type { PartStep, Policy, Scoring } from './score/outcome.ts';
import { invalid, manual } from './score/outcome.ts';
import { scoreEarned, scoreProportional } from './score/proportions.ts';
import { scoreTiers } from './score/tiers.ts';
import { scoreTrend } from './score/trends.ts';
import type { ScoringRow } from './indicator.ts';
import { indicatorOf } from './indicator.ts';
import { compile } from './compile.ts';

export const ASK: Policy = { partStep: 'ask' };

/**
 * Points of an actual value (as written) under a compiled rule, by conventions C1 to C17: two places with the
 * examiner's steps, or manual or invalid with the reason. Invalid goes before manual, manual before a score.
 */
export function score(rule: Rule | NeedsPerson, actual: string, policy: Policy = ASK): Scoring {
  switch (rule.kind) {
    case 'needs-person':
      return refused(rule, actual);
    case 'deduction':
      return scoreDeduction(rule, actual, policy);
    case 'occurrence':
      return scoreOccurrence(rule, actual, policy);
    case 'tiers':
      return scoreTiers(rule, actual);
    case 'all-or-nothing':
      return scoreAllOrNothing(rule, actual);
    case 'yes-no':
      return scoreYesNo(rule, actual);
    case 'grades':
      return scoreGrades(rule, actual);
    case 'year-on-year':
      return scoreTrend(rule, actual, policy);
    case 'dated':
      return scoreDated(rule, actual, policy);
    case 'proportional':
      return scoreProportional(rule, actual);
    case 'earn':
      return scoreEarned(rule, actual, policy);
  }
}

/** A senseless actual value is invalid whatever the rule says. */
function refused({ why, measure }: NeedsPerson, actual: string): Scoring {
  const read = readActual(actual, measure);
  return read.is === 'invalid' ? invalid(read.why) : manual(why);
}

/** What the command line and HTTP ask: one row of a table, its actual value, the part-step policy. */
export function scoreRow({
  row,
  actual,
  partStep,
}: {
  row: ScoringRow;
  actual: string;
  partStep?: PartStep;
}): Scoring {
  const rule = compile(row.rule ?? '', indicatorOf(row));
  return score(rule, actual, partStep === undefined ? ASK : { partStep });
}
