import { type RuleSet } from '#domain';
import { type Assessment, type ExecutionAssessment, type Finding, type Stated } from '#domain/target';
import {
  DEFAULT_RULE_SET as SCREENING_DEFAULTS,
  screen,
  type RuleSet as ScreeningRules,
  type Severity,
} from '#screening';
import { type Form } from '#form';
import { defaultSheetRules, scoreSheet, type ScoreSheet, type SheetLine, type SheetRules } from '#scoring';
import { type Assess, type Screen } from './ports.ts';

/** Screening under the campaign's rule set, and a warning where the document disagreed with the register. */
export const screenForm: Screen = (form, { ruleSet, stated, fiscalYear: _, ...compared }) => [
  ...screen(form, { ruleSet: screeningRules(ruleSet), ...compared }),
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

/**
 * Scoring of the actual values: each row under its own rule and weight, or under the rule set's defaults where the form
 * brings none, and budget execution beside them.
 */
export const assessForm: Assess = (form, actuals, { paid, budget }, ruleSet) => {
  const entries = [...actuals].map(([indicatorId, actual]) => ({ indicatorId, actual }));
  const sheet = scoreSheet(form.indicators ?? [], { paid, budget, actuals: entries }, sheetRules(ruleSet));
  return { assessments: sheet.lines.map(assessmentOf), execution: executionOf(sheet.execution) };
};

function sheetRules({ tree, partStep, gradeBounds }: RuleSet): SheetRules {
  const { excellent, good, fair } = gradeBounds;
  return { ...defaultSheetRules(tree), partStep, grades: { 优: excellent, 良: good, 中: fair } };
}

function assessmentOf({ indicatorId, name, weight, scored, reasonsDue }: SheetLine): Assessment {
  const farOver = reasonsDue.includes('overshoot');
  const line = { indicatorId, name, weight, farOver };
  if (scored.kind !== 'score')
    return { ...line, outcome: { kind: scored.kind, why: scored.why }, steps: [scored.why] };
  return { ...line, outcome: { kind: 'score', points: scored.score }, steps: scored.steps };
}

/** Without points of its own where the rows' weights make up the whole 100, or where there is no budget to execute. */
function executionOf(execution: ScoreSheet['execution']): ExecutionAssessment {
  if (!execution) return { points: '0.00', steps: ['各指标分值合计 100 分，预算执行不另计分。'] };
  const { scored } = execution;
  return scored.kind === 'score'
    ? { points: scored.score, steps: scored.steps }
    : { points: '0.00', steps: [scored.why] };
}
