import type { Form } from '#form';
import type { AnyRule, Finding, Flaw, Outcome, ScreeningContext } from './finding.ts';
import { readIndicators } from './indicator-reading.ts';
import { completeRuleSet, type RuleSet } from './rule-set.ts';
import { RULES } from './rules/index.ts';

/**
 * Everything that is wrong or questionable about a form, in the order of the rules.
 * Pure: the same form and context give the same findings.
 */
export function screen(form: Form, context: ScreeningContext = {}): Finding[] {
  return examine(form, context).flatMap((outcome) => (outcome.result === 'found' ? outcome.findings : []));
}

/** The same, rule by rule: found, not found, or not applicable and why. */
export function examine(form: Form, context: ScreeningContext = {}): Outcome[] {
  const ruleSet = completeRuleSet(context.ruleSet);
  const rest = { rows: readIndicators(form), context, ruleSet };
  return RULES.map((rule): Outcome => {
    const { code, title } = rule;
    if (ruleSet.off.includes(code))
      return { code, title, result: 'not-applicable', why: '规则集未启用本规则' };
    const verdict = rule.run(form, rest);
    if (typeof verdict === 'string') return { code, title, result: 'not-applicable', why: verdict };
    if (verdict.length === 0) return { code, title, result: 'not-found' };
    return { code, title, result: 'found', findings: verdict.map((flaw) => finding(rule, flaw, ruleSet)) };
  });
}

function finding(rule: AnyRule, flaw: Flaw, ruleSet: Required<RuleSet>): Finding {
  return {
    code: rule.code,
    severity: ruleSet.severities[rule.code] ?? rule.severity,
    path: flaw.path,
    message: flaw.message,
    rule: rule.restsOn,
    ...(flaw.fix && { fix: flaw.fix }),
  };
}
