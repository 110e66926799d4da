import { type FormInput } from '#form';
import { type DemoDepartment, type DemoIndicator, type DemoProject } from './county.ts';

/** Weights add up to 90: execution has the other 10. */
const WEIGHTS_TOTAL = 90;

const level1Of = (level2: string): string => {
  if (level2.endsWith('成本指标')) return '成本指标';
  if (level2.startsWith('服务对象')) return '满意度指标';
  return level2.endsWith('效益指标') ? '效益指标' : '产出指标';
};

function ruleOf([, , operator, value, unit]: DemoIndicator): string {
  if (value === '0') return '每发生1起扣5分，扣完为止。';
  if (operator === '≤') return unit === '%' ? '每高1个百分点扣2分，扣完为止。' : '每超出1%扣1分，扣完为止。';
  return unit === '%' ? '每低1个百分点扣1分，扣完为止。' : '每少1%扣1分，扣完为止。';
}

function indicatorsOf(indicators: readonly DemoIndicator[]): NonNullable<FormInput['indicators']> {
  const share = Math.floor(WEIGHTS_TOTAL / indicators.length);
  const last = WEIGHTS_TOTAL - share * (indicators.length - 1);
  return indicators.map((indicator, index) => {
    const [level2, name, operator, value, unit] = indicator;
    const weight = String(index === indicators.length - 1 ? last : share);
    const level1 = level1Of(level2);
    return {
      id: `i${String(index + 1)}`,
      level1,
      level2,
      name,
      operator,
      value,
      unit,
      scoringRule: ruleOf(indicator),
      weight,
    };
  });
}

export interface FormOf {
  year: number;
  /** Names of the unit's own people. */
  head: string;
  clerk: string;
}

const money = (amount: number): string => String(Math.round(amount * 100) / 100);

/** A project form as a careful clerk would fill it in: sums agree, every indicator has value, unit, rule and weight. */
export function projectForm(project: DemoProject, { year, head, clerk }: FormOf): FormInput {
  const total = money(project.total);
  const lastYear = money(project.total * 0.9);
  return {
    kind: 'project',
    name: project.name,
    attribute: 'continuing',
    period: { from: `${String(year)}-01-01`, to: `${String(year)}-12-31` },
    unitHead: { name: head },
    head: { name: head, phone: '0000000' },
    contact: { name: clerk, phone: '0000000' },
    category: 'other-special',
    summary: project.purpose,
    basis: project.basis,
    safeguards: '《项目管理办法》《财务管理制度》，单位成立项目工作小组，按月调度。',
    funding: {
      thisYear: { total, county: total },
      lastYear: { total: lastYear, county: lastYear },
      estimate: '按上年实际支出和本年工作量测算',
    },
    budgetItems: project.items.map(([name, amount], index) => ({
      id: `b${String(index + 1)}`,
      name,
      thisYear: money(amount),
      lastYear: money(amount * 0.9),
      estimate: '按工作量和单价测算',
    })),
    paymentPlan: ['03-31', '06-30', '09-30', '12-31'].map((day, index) => ({
      id: `p${String(index + 1)}`,
      until: `${String(year)}-${day}`,
      percent: String(25 * (index + 1)),
    })),
    schedule: [
      { id: 's1', content: project.purpose, from: `${String(year)}-01-01`, to: `${String(year)}-12-31` },
    ],
    longTermGoal: `持续推进${project.name}工作，建立长效机制。`,
    goals: [{ id: 'g1', text: project.purpose }],
    indicators: indicatorsOf(project.indicators),
  };
}

/** An overall form (部门整体支出) of a department. */
export function overallForm(department: DemoDepartment, { head, clerk }: FormOf): FormInput {
  const projects = department.projects.reduce((sum, { total }) => sum + total, 0);
  const basic = 680;
  const indicators: DemoIndicator[] = [
    ['数量指标', '重点工作任务完成项数', '≥', '12', '项'],
    ['质量指标', '重点工作考核合格率', '≥', '95', '%'],
    ['时效指标', '重点工作按期完成率', '=', '100', '%'],
    ['社会效益指标', '政策知晓率', '≥', '85', '%'],
    ['服务对象满意度指标', '服务对象满意度', '≥', '90', '%'],
    ['经济成本指标', '三公经费控制率', '≤', '100', '%'],
  ];
  return {
    kind: 'overall',
    unitHead: { name: head },
    contact: { name: clerk, phone: '0000000' },
    duties: department.duties,
    staffing: { authorised: '42', actual: '40' },
    income: { total: money(basic + projects), publicFinance: money(basic + projects) },
    expenditure: { total: money(basic + projects), basic: money(basic), project: money(projects) },
    threePublic: { total: '9.5', vehicles: '6', abroad: '0', reception: '3.5' },
    longTermGoal: '履行部门职责，保障重点工作顺利实施。',
    goals: department.projects.map(({ name, purpose }, index) => ({
      id: `g${String(index + 1)}`,
      text: `${name}：${purpose}`,
    })),
    indicators: indicatorsOf(indicators),
  };
}

/** A direction of an earmarked fund (专项资金支出方向). */
export function directionForm(project: DemoProject, { year, head, clerk }: FormOf): FormInput {
  return {
    kind: 'direction',
    fund: `${project.name}专项资金`,
    direction: project.items[0]?.[0] ?? project.name,
    unitHead: { name: head },
    contact: { name: clerk, phone: '0000000' },
    implementationPeriod: { from: String(year), to: String(year + 2) },
    amount: money(project.total),
    periodGoal: `三年内持续推进${project.name}，形成长效机制。`,
    goals: [{ id: 'g1', text: project.purpose }],
    indicators: indicatorsOf(project.indicators),
  };
}

/** A draft as it looks half-way: sums that do not agree yet and a plan that is not finished, for screening to point at. */
export function unfinished(form: FormInput): FormInput {
  const [first, ...rest] = form.indicators ?? [];
  const indicators = [...(first ? [{ ...first, value: '若干' }] : []), ...rest];
  if (form.kind !== 'project') return { ...form, indicators };
  return {
    ...form,
    indicators,
    funding: { ...form.funding, thisYear: { ...form.funding?.thisYear, county: '12' } },
    paymentPlan: form.paymentPlan?.slice(0, 3) ?? [],
  };
}
