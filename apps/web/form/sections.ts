import { ATTRIBUTE_WORDS, CATEGORY_WORDS, type FormKind } from '#form';
import { INDICATOR_COLUMNS } from './indicator-columns.ts';
import { choice, field, fixed, wide, type Choice, type Layout, type Section } from './layout.ts';

const choicesOf = (words: Readonly<Record<string, string>>): Choice[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }));
const ATTRIBUTES = choicesOf(ATTRIBUTE_WORDS);
const CATEGORIES = choicesOf(CATEGORY_WORDS);
const LEVELS = [
  { value: 'total', label: '合计' },
  { value: 'central', label: '中央资金' },
  { value: 'province', label: '省级资金' },
  { value: 'city', label: '市级资金' },
  { value: 'county', label: '县级资金' },
  { value: 'fiscal', label: '财政资金' },
  { value: 'other', label: '其他资金' },
];
const YEARS = [
  { value: 'lastYear', label: '上年度安排资金（万元）' },
  { value: 'thisYear', label: '本年度申请资金（万元）' },
];

const goals = (title: string): Section => ({
  id: 'goals',
  title,
  as: 'rows',
  list: 'goals',
  columns: [{ key: 'text', label: '目标内容', as: 'long', width: 600 }],
});
const indicators = (kind: FormKind): Section => ({
  id: 'indicators',
  title: '绩效指标',
  as: 'rows',
  list: 'indicators',
  columns: INDICATOR_COLUMNS[kind],
});
const remarks: Section = {
  id: 'remarks',
  title: '其他说明的问题',
  as: 'fields',
  fields: [wide('/remarks', '其他说明的问题')],
};

const PROJECT: readonly Section[] = [
  {
    id: 'basics',
    title: '项目基本情况',
    as: 'fields',
    fields: [
      fixed('/unitName', '填报单位'),
      fixed('/department', '主管部门'),
      wide('/name', '项目名称', 'text'),
      field('/code', '项目编码'),
      choice('/attribute', '项目属性', ATTRIBUTES),
      choice('/category', '项目类型', CATEGORIES),
      field('/unitHead/name', '单位负责人'),
      field('/period/from', '开始时间'),
      field('/period/to', '结束时间'),
      field('/head/name', '项目负责人'),
      field('/head/phone', '项目负责人电话'),
      field('/contact/name', '绩效管理联络员'),
      field('/contact/phone', '联络员电话'),
    ],
  },
  {
    id: 'grounds',
    title: '项目概况与立项依据',
    as: 'fields',
    fields: [
      wide('/summary', '项目概况'),
      wide('/basis', '项目立项依据'),
      wide('/purpose', '资金用途'),
      wide('/exAnteEvaluation', '事前绩效评估'),
    ],
  },
  { id: 'funding', title: '项目资金', as: 'matrix', rows: LEVELS, columns: YEARS },
  {
    id: 'estimate',
    title: '测算依据',
    as: 'fields',
    fields: [wide('/funding/estimate', '测算依据及说明')],
  },
  {
    id: 'budgetItems',
    title: '支出明细预算',
    as: 'rows',
    list: 'budgetItems',
    columns: [
      { key: 'name', label: '支出项目', as: 'long', width: 240 },
      { key: 'lastYear', label: '上年度（万元）', as: 'amount', width: 120 },
      { key: 'thisYear', label: '本年度（万元）', as: 'amount', width: 120 },
      { key: 'estimate', label: '测算依据及说明', as: 'long', width: 280 },
    ],
  },
  {
    id: 'paymentPlan',
    title: '资金支出计划',
    as: 'rows',
    list: 'paymentPlan',
    columns: [
      { key: 'until', label: '截止时间', as: 'text', width: 160 },
      { key: 'percent', label: '累计支出进度（%）', as: 'number', width: 160 },
    ],
  },
  {
    id: 'safeguards',
    title: '保障措施',
    as: 'fields',
    fields: [wide('/safeguards', '保障项目实施的制度、措施')],
  },
  {
    id: 'schedule',
    title: '实施进度计划',
    as: 'rows',
    list: 'schedule',
    columns: [
      { key: 'content', label: '实施内容', as: 'long', width: 420 },
      { key: 'from', label: '开始时间', as: 'text', width: 120 },
      { key: 'to', label: '结束时间', as: 'text', width: 120 },
    ],
  },
  {
    id: 'longTermGoal',
    title: '长期绩效目标',
    as: 'fields',
    fields: [wide('/longTermGoal', '长期绩效目标')],
  },
  goals('年度绩效目标'),
  indicators('project'),
  remarks,
];

const OVERALL: readonly Section[] = [
  {
    id: 'basics',
    title: '部门基本情况',
    as: 'fields',
    fields: [
      fixed('/unitName', '部门（单位）名称'),
      fixed('/department', '主管部门'),
      wide('/unitHead/name', '单位负责人', 'text'),
      field('/contact/name', '绩效管理联络员'),
      field('/contact/phone', '联络员电话'),
      field('/staffing/authorised', '编制数', 'number'),
      field('/staffing/actual', '实有人数', 'number'),
      wide('/duties', '部门职能职责概述'),
    ],
  },
  {
    id: 'income',
    title: '年度收入预算（万元）',
    as: 'fields',
    fields: [
      wide('/income/total', '收入合计', 'amount'),
      field('/income/publicFinance', '公共财政拨款', 'amount'),
      field('/income/governmentFund', '政府性基金拨款', 'amount'),
      field('/income/nonTax', '非税收入拨款', 'amount'),
      field('/income/other', '其他资金', 'amount'),
    ],
  },
  {
    id: 'expenditure',
    title: '年度支出预算（万元）',
    as: 'fields',
    fields: [
      wide('/expenditure/total', '支出合计', 'amount'),
      field('/expenditure/basic', '基本支出', 'amount'),
      field('/expenditure/project', '项目支出', 'amount'),
      field('/threePublic/total', '三公经费合计', 'amount'),
      field('/threePublic/vehicles', '公务用车运行和购置费', 'amount'),
      field('/threePublic/abroad', '因公出国（境）费', 'amount'),
      field('/threePublic/reception', '公务接待费', 'amount'),
    ],
  },
  goals('年度绩效目标'),
  indicators('overall'),
  remarks,
];

const DIRECTION: readonly Section[] = [
  {
    id: 'basics',
    title: '专项资金基本情况',
    as: 'fields',
    fields: [
      fixed('/unitName', '填报单位'),
      fixed('/department', '主管部门'),
      wide('/fund', '专项资金名称', 'text'),
      wide('/direction', '支出方向', 'text'),
      field('/implementationPeriod/from', '实施期开始'),
      field('/implementationPeriod/to', '实施期结束'),
      field('/amount', '年度金额（万元）', 'amount'),
      field('/unitHead/name', '单位负责人'),
      field('/contact/name', '绩效管理联络员'),
      field('/contact/phone', '联络员电话'),
    ],
  },
  {
    id: 'periodGoal',
    title: '实施期绩效目标',
    as: 'fields',
    fields: [wide('/periodGoal', '实施期绩效目标')],
  },
  goals('年度绩效目标'),
  indicators('direction'),
  remarks,
];

const LAYOUT: Layout = { project: PROJECT, overall: OVERALL, direction: DIRECTION };

/** The parts of a form in the order of its paper form. */
export const sectionsOf = (kind: FormKind): readonly Section[] => LAYOUT[kind];
