import { type RuleSet } from '#domain';
import { type Finding, type Stated } from '#domain/target';
import {
  DEFAULT_RULE_SET as SCREENING_DEFAULTS,
  screen,
  type RuleSet as ScreeningRules,
  type Severity,
} from '#screening';
import { type Form } from '#form';
import { type Screen } from './ports.ts';

/** Screening under the campaign's rule set, and a warning where the document disagreed with the register. */
export const screenForm: Screen = (form, { ruleSet, stated }) => [
  ...screen(form, { ruleSet: screeningRules(ruleSet), indicatorTree: ruleSet.tree }),
  ...statedFindings(form, stated),
];

function screeningRules({ screening, weightTotal }: RuleSet): ScreeningRules {
  const off: string[] = [];
  const severities: Record<string, Severity> = {};
  for (const [code, severity] of Object.entries(screening)) {
    if (severity === 'off') off.push(code);
    else severities[code] = severity;
  }
  const weightTotals = weightTotal === null ? SCREENING_DEFAULTS.weightTotals : [String(weightTotal)];
  return { off, severities, weightTotals };
}

/** 单位、主管部门和年度以名册和批次为准; what the document said stays visible. */
function statedFindings(form: Form, stated: Stated): Finding[] {
  const fields = [
    { path: '/unitName', name: '填报单位', said: stated.unitName, holds: form.unitName },
    { path: '/department', name: '主管部门', said: stated.department, holds: form.department },
    { path: '/fiscalYear', name: '年度', said: stated.fiscalYear, holds: String(form.fiscalYear ?? '') },
  ];
  return fields.flatMap(({ path, name, said, holds }) =>
    said === undefined
      ? []
      : {
          code: 'differs-from-register',
          severity: 'warning',
          path,
          message: `${name}在文件中为“${said}”，系统登记为“${holds ?? ''}”，以登记为准，请核对。`,
        },
  );
}
