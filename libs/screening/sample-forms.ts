import type { DirectionForm, Indicator, OverallForm, ProjectForm } from '#form';
import type { ScreeningContext } from './finding.ts';
import { screen } from './screen.ts';

/** Forms without a flaw; a spec breaks one thing at a time and sees which rule speaks. */
const outputs: readonly Indicator[] = [
  {
    id: 'i1',
    level1: '产出指标',
    level2: '数量指标',
    name: '培训教师',
    operator: '≥',
    value: '120',
    unit: '人',
  },
  {
    id: 'i2',
    level1: '产出指标',
    level2: '质量指标',
    name: '培训合格率',
    operator: '≥',
    value: '95',
    unit: '%',
  },
  { id: 'i3', level1: '产出指标', level2: '时效指标', name: '完成时限', value: '2023年12月底前' },
];
const effects: readonly Indicator[] = [
  { id: 'i5', level1: '效益指标', level2: '社会效益指标', name: '教学能力', operator: '定性', value: '提升' },
  {
    id: 'i6',
    level1: '满意度指标',
    level2: '服务对象满意度指标',
    name: '教师满意度',
    operator: '≥',
    value: '90',
    unit: '%',
  },
];

export function sampleProject(change: Partial<ProjectForm> = {}): ProjectForm {
  return {
    kind: 'project',
    fiscalYear: 2023,
    unitName: '测试县教育局',
    name: '教师培训经费',
    department: '测试县教育局',
    period: { from: '2023-01-01', to: '2023-12-31' },
    head: { name: '张三', phone: '0000000' },
    summary: '组织全县教师培训',
    basis: '测教〔2022〕3号',
    safeguards: '财务制度',
    funding: { thisYear: { total: '48', county: '48' }, lastYear: { total: '45', county: '45' } },
    budgetItems: [
      { id: 'b1', name: '授课费', lastYear: '30', thisYear: '32', estimate: '合同' },
      { id: 'b2', name: '教材费', lastYear: '15', thisYear: '16', estimate: '合同' },
    ],
    paymentPlan: [
      { id: 'p1', until: '2023-03-31', percent: '20' },
      { id: 'p2', until: '2023-06-30', percent: '50' },
      { id: 'p3', until: '2023-12-31', percent: '100' },
    ],
    schedule: [{ id: 's1', content: '组织培训', from: '2023-03', to: '2023-11' }],
    goals: [{ id: 'g1', text: '提升全县教师教学能力' }],
    indicators: [
      ...outputs,
      {
        id: 'i4',
        level1: '产出指标',
        level2: '成本指标',
        name: '财政投入',
        operator: '≤',
        value: '48',
        unit: '万元',
      },
      ...effects,
    ],
    ...change,
  };
}

export function sampleOverall(change: Partial<OverallForm> = {}): OverallForm {
  return {
    kind: 'overall',
    fiscalYear: 2023,
    unitName: '测试县教育局',
    contact: { name: '李四', phone: '0000000' },
    duties: '主管全县教育工作',
    income: { total: '1500.5', publicFinance: '1500.5' },
    expenditure: { total: '1500.5', basic: '1100.5', project: '400' },
    threePublic: { total: '13', vehicles: '8', reception: '5' },
    goals: [{ id: 'g1', text: '办好人民满意的教育' }],
    indicators: [...outputs, ...effects],
    ...change,
  };
}

export function sampleDirection(change: Partial<DirectionForm> = {}): DirectionForm {
  return {
    kind: 'direction',
    fiscalYear: 2023,
    fund: '教育发展专项',
    direction: '教师培训',
    department: '测试县教育局',
    implementationPeriod: { from: '2022', to: '2024' },
    amount: '48',
    periodGoal: '三年内轮训一遍',
    goals: [{ id: 'g1', text: '提升全县教师教学能力' }],
    indicators: [...outputs, ...effects],
    ...change,
  };
}

/** The sample project with fields of its indicators changed by row id. */
export function withRow(id: string, change: Partial<Indicator>, form = sampleProject()): ProjectForm {
  const rows = (form.indicators ?? []).map((row) => (row.id === id ? { ...row, ...change } : row));
  return { ...form, indicators: rows };
}

/** The codes found, without doubles, and with `code path` where a spec asks for places. */
export function codesOf(form: Parameters<typeof screen>[0], context: ScreeningContext = {}): string[] {
  return [...new Set(screen(form, context).map((finding) => finding.code))];
}
