import { type Form } from '#form';
import { type Actor } from '../recorded.ts';
import { DEFAULT_RULE_SET } from '../rule-set.ts';
import { type Stage } from './chain.ts';
import { type Actual, type NamedPerson, type TargetCommand } from './commands.ts';
import { type Context } from './context.ts';
import { type Assessment } from './score-sheet.ts';

/** An invented county that the specs of the target take place in. Nothing of it ships. */
const person = (user: string, name: string, post: string, organisation: string): Actor => ({
  user,
  name,
  post,
  organisation,
});

export const people = {
  clerk: person('clerk', '王晓梅', '经办', '青禾县图书馆'),
  head: person('head', '赵立本', '馆长', '青禾县图书馆'),
  department: person('department', '钱一鸣', '规财科科长', '青禾县文化和旅游局'),
  department2: person('department2', '孙可', '规财科科员', '青禾县文化和旅游局'),
  section: person('section', '李文', '教科文股股长', '青禾县财政局'),
  section2: person('section2', '周全', '教科文股科员', '青禾县财政局'),
  section3: person('section3', '吴迪', '教科文股科员', '青禾县财政局'),
  performance: person('performance', '何清', '绩效股股长', '青禾县财政局'),
  deputy: person('deputy', '郑和平', '预算股科员', '青禾县财政局'),
  leader: person('leader', '冯远', '副局长', '青禾县财政局'),
  outsider: person('outsider', '陈默', '办公室科员', '青禾县财政局'),
} as const;

export const named = ({ user, name }: Actor): NamedPerson => ({ user, name });

/** 主管部门 → 业务股室 → 绩效股, one signature each. */
export const CHAIN: readonly Stage[] = [
  { id: 'department', name: '主管部门', reviewers: 'department', rule: 'any' },
  { id: 'section', name: '业务股室', reviewers: 'section', rule: 'any' },
  { id: 'performance', name: '绩效股', reviewers: 'performance', rule: 'any' },
];
/** The same, and all of the section must sign (会签). */
export const JOINT_CHAIN: readonly Stage[] = CHAIN.map((stage) =>
  stage.id === 'section' ? { ...stage, rule: 'all' } : stage,
);

export const unit = { code: '101002', name: '青禾县图书馆' };
export const department = { code: '101', name: '青禾县文化和旅游局' };

/** A project of 50 万元 as the unit would file it; `changes` replaces whole fields. */
export const sampleForm = (changes: Partial<Extract<Form, { kind: 'project' }>> = {}): Form => ({
  kind: 'project',
  fiscalYear: 2027,
  unitName: unit.name,
  department: department.name,
  name: '全民阅读推广',
  summary: '开展阅读推广活动',
  funding: { thisYear: { total: '50', county: '50' } },
  goals: [{ id: 'g1', text: '办好阅读活动' }],
  indicators: [
    {
      id: 'i1',
      level1: '产出指标',
      level2: '数量指标',
      name: '活动场次',
      operator: '≥',
      value: '24',
      unit: '场',
    },
    { id: 'i2', level1: '效益指标', level2: '社会效益指标', name: '参与人次', operator: '≥', value: '8000' },
  ],
  ...changes,
});

const passed = (indicatorId: string, name: string, weight: string): Assessment => ({
  indicatorId,
  name,
  weight,
  outcome: { kind: 'score', points: weight },
  steps: ['达到目标值，得满分'],
  farOver: false,
});
/** What scoring says when the rules of i1 and i2 score themselves, with full marks. */
export const ASSESSMENTS: readonly Assessment[] = [
  passed('i1', '活动场次', '50.00'),
  passed('i2', '参与人次', '40.00'),
];
export const ACTUALS: readonly Actual[] = [
  { indicatorId: 'i1', actual: '26' },
  { indicatorId: 'i2', actual: '8100' },
];

/** The circumstances of a quiet working day in October 2026, all windows open. */
export const COUNTY: Omit<Context, 'actor'> = {
  day: '2026-10-12',
  campaignOpen: true,
  filedOffline: false,
  resumeAt: 'first',
  chain: CHAIN,
  reviewers: {
    department: [named(people.department), named(people.department2)],
    section: [named(people.section), named(people.section2)],
    performance: [named(people.performance)],
  },
  stageHeads: { department: ['department'], section: ['section'], performance: ['performance'] },
  canReview: [
    'department',
    'department2',
    'section',
    'section2',
    'section3',
    'performance',
    'deputy',
    'head',
  ],
  windows: {
    submission: { opens: '2026-10-01', closes: '2026-10-31' },
    revision: { opens: '2026-10-10', closes: '2026-11-30' },
  },
  ruleSet: DEFAULT_RULE_SET,
  findings: [],
  assessments: ASSESSMENTS,
  execution: { points: '10.00', steps: ['执行率100%，得10分'] },
};

export const draftOf = (form: Form = sampleForm()): Extract<TargetCommand, { type: 'DraftTarget' }> => ({
  type: 'DraftTarget',
  campaignId: 'campaign-2027',
  unit,
  department,
  fiscalYear: 2027,
  form,
});
