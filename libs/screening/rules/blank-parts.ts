import { labelOf, Money, type OverallForm, type ProjectForm } from '#form';
import { rule, type Flaw } from '../finding.ts';

const isZero = (amount: string): boolean => Money.of(amount).equals(Money.zero);
const isBlank = (parts: Readonly<Record<string, string | undefined>>): boolean =>
  Object.values(parts).every((part) => part === undefined);

function blankLevels(form: ProjectForm): Flaw[] {
  return (['thisYear', 'lastYear'] as const).flatMap((year) => {
    const { total, ...parts } = form.funding?.[year] ?? {};
    if (total === undefined || isZero(total) || !isBlank(parts)) return [];
    const path = `/funding/${year}`;
    return [{ path, message: `“${labelOf(path)}”合计 ${total} 万元，各级资金均未填写，请补充资金来源` }];
  });
}

function blankItems(form: ProjectForm): Flaw[] {
  const total = form.funding?.thisYear?.total;
  const items = form.budgetItems ?? [];
  if (total === undefined || isZero(total) || items.length === 0) return [];
  if (items.some((item) => item.thisYear !== undefined)) return [];
  const message = `本年度申请资金合计 ${total} 万元，${String(items.length)} 项支出明细均未填写金额，请逐项填写`;
  return [{ path: '/budgetItems', message }];
}

function blankSections(form: OverallForm): Flaw[] {
  return (['income', 'expenditure', 'threePublic'] as const).flatMap((section) => {
    const { total, ...parts } = form[section] ?? {};
    if (total === undefined || isZero(total) || !isBlank(parts)) return [];
    const path = `/${section}`;
    return [{ path, message: `“${labelOf(path)}”合计 ${total} 万元，分项均未填写，请补充` }];
  });
}

export const blankPartRules = [
  rule({
    code: 'parts-blank',
    title: '合计有数时分项不全为空',
    severity: 'warning',
    appliesTo: ['project', 'overall'],
    restsOn: '绩效目标申报表填报说明：资金应按来源和支出明细逐项填写',
    check: ({ form }) =>
      form.kind === 'project' ? [...blankLevels(form), ...blankItems(form)] : blankSections(form),
  }),
];
