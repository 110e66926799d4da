import { type RuleSet } from '#domain';
import {
  pointsText,
  type Assessment,
  type ExecutionAssessment,
  type Finding,
  type Stated,
} from '#domain/target';
import {
  DEFAULT_RULE_SET as SCREENING_DEFAULTS,
  screen,
  type RuleSet as ScreeningRules,
  type Severity,
} from '#screening';
import { Money, type Form, type Indicator } from '#form';
import { compile, score } from '#scoring';
import { type Assess, type Screen } from './ports.ts';

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

/** Scoring of the actual values under each indicator's own rule, and of execution under the rule set. */
export const assessForm: Assess = (form, actuals, money, { partStep }) => ({
  assessments: (form.indicators ?? []).map((indicator) =>
    assessmentOf(indicator, actuals.get(indicator.id) ?? '', partStep),
  ),
  execution: executionOf(money),
});

function assessmentOf(indicator: Indicator, actual: string, partStep: RuleSet['partStep']): Assessment {
  const { id, name = '', weight = '0', scoringRule = '' } = indicator;
  const scoring = score(compile(scoringRule, indicator), actual, { partStep });
  const base = { indicatorId: id, name, weight, farOver: false };
  if (scoring.kind === 'score')
    return { ...base, outcome: { kind: 'score', points: scoring.score }, steps: scoring.steps };
  return { ...base, outcome: { kind: scoring.kind, why: scoring.why }, steps: [scoring.why] };
}

const FULL_EXECUTION = 1000n;

/** 预算执行率 × 10, capped, rounded half up to two places. */
function executionOf({ paid, budget }: { paid: string; budget: string }): ExecutionAssessment {
  const whole = Money.of(budget).fen;
  const part = Money.of(paid).fen;
  if (whole === 0n) return { points: '0.00', steps: ['预算数为 0，执行率不计分。'] };
  const hundredths = (2n * part * FULL_EXECUTION + whole) / (2n * whole);
  const points = pointsText(Number(hundredths > FULL_EXECUTION ? FULL_EXECUTION : hundredths));
  return { points, steps: [`支出 ${paid} 万元，预算 ${budget} 万元，执行率乘以 10 分，得 ${points} 分。`] };
}
