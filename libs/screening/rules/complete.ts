import { labelOf, valueAt, type Form } from '#form';
import { ALL_KINDS, rule, type Flaw } from '../finding.ts';

const NOTES = '绩效目标申报表填报说明；财预〔2015〕88号附件“完整性”审核：规范完整性';

/** What a template of the kind usually has beside what is required. */
const USUAL: Readonly<Record<Form['kind'], readonly string[]>> = {
  project: ['/basis', '/period', '/safeguards', '/schedule', '/budgetItems', '/head'],
  overall: ['/contact', '/income', '/expenditure'],
  direction: ['/department', '/implementationPeriod'],
};
/** How many of the usual fields a form must have before the empty ones are missed. */
const TEMPLATE_HAS = 3;

/** Filled: not absent, not an empty list; a person may be sealed. */
export function isFilled(form: Form, path: string): boolean {
  const value = valueAt(form, path);
  if (value === undefined || value === null) return false;
  if (Array.isArray(value)) return value.length > 0;
  return typeof value !== 'object' || Object.keys(value).length > 0;
}

const missing = (paths: readonly string[]): Flaw => {
  const names = paths.map((path) => `“${labelOf(path)}”`).join('或');
  return { path: paths[0] ?? '/', message: `${names}未填写，请补充` };
};

export const completeRules = [
  rule({
    code: 'required-field-missing',
    title: '必填项已填写',
    severity: 'error',
    appliesTo: ALL_KINDS,
    restsOn: NOTES,
    check: ({ form, ruleSet }) =>
      ruleSet.required[form.kind]
        .filter((group) => !group.some((path) => isFilled(form, path)))
        .map((group) => missing(group)),
  }),
  rule({
    code: 'expected-field-missing',
    title: '表样中的其他项已填写',
    severity: 'warning',
    appliesTo: ALL_KINDS,
    restsOn: NOTES,
    check: ({ form, ruleSet }) => {
      const usual = USUAL[form.kind];
      const filled = usual.filter((path) => isFilled(form, path)).length;
      if (ruleSet.expected === null && filled < TEMPLATE_HAS)
        return '规则集未列明表样，且表中仅有个别此类项目，视为表样没有这些栏目';
      return (ruleSet.expected ?? usual)
        .filter((path) => !isFilled(form, path))
        .map((path) => missing([path]));
    },
  }),
];
