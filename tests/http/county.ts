import { randomUUID } from 'node:crypto';
import { DEFAULT_RULE_SET } from '#domain';
import { type CampaignCommand } from '#domain/campaign';
import { type DirectoryCommand, type Role } from '#domain/directory';
import { type Stage } from '#domain/target';
import { hashOf, INSTALLATION, type Application, type CommandRequest } from '#application';

/** Two departments with a unit each; a section serves the first only. Users are named by what they are. */
export const HERE = { department: '301', unit: '301001' };
export const THERE = { department: '302', unit: '302001' };
export const PASSWORD = 'correct horse battery';

const stage = (id: string, name: string, reviewers: Stage['reviewers']): Stage => ({
  id,
  name,
  reviewers,
  rule: 'any',
});
const FULL = [
  stage('first', '主管部门', 'department'),
  stage('section', '业务股室', 'section'),
  stage('performance', '绩效股', 'performance'),
];
const SHORT = [stage('section', '业务股室', 'section')];

type Seat = readonly [user: string, name: string, role: Role, place: { unit: string } | { section: string }];

export const SEATS: readonly Seat[] = [
  ['clerk', '沈文静', 'clerk', { unit: HERE.unit }],
  ['head', '韩志远', 'head', { unit: HERE.unit }],
  ['department', '邹晓岚', 'department', { unit: HERE.department }],
  ['section', '蒋建平', 'section', { section: 'agriculture' }],
  ['clerk-there', '唐雨桐', 'clerk', { unit: THERE.unit }],
  ['head-there', '许国梁', 'head', { unit: THERE.unit }],
  ['department-there', '何思敏', 'department', { unit: THERE.department }],
  ['section-there', '吕海涛', 'section', { section: 'services' }],
  ['performance', '施玉兰', 'performance', { section: 'performance' }],
  ['leader', '孔一鸣', 'leader', { section: 'performance' }],
  ['auditor', '曹红梅', 'auditor', { section: 'performance' }],
  ['admin', '严立新', 'admin', { section: 'performance' }],
  ['security', '华子墨', 'security', { section: 'performance' }],
];

const UNITS: readonly DirectoryCommand[] = [
  { type: 'RegisterUnit', code: '301', name: '望川县水利局', departmentCode: '301' },
  { type: 'RegisterUnit', code: '302', name: '望川县教育局', departmentCode: '302' },
  { type: 'RegisterUnit', code: '301001', name: '望川县河道管理站', departmentCode: '301' },
  { type: 'RegisterUnit', code: '302001', name: '望川县第一中学', departmentCode: '302' },
  { type: 'RegisterSection', id: 'agriculture', name: '农业农村股', kind: 'business', departments: ['301'] },
  { type: 'RegisterSection', id: 'services', name: '科教社保股', kind: 'business', departments: ['302'] },
  { type: 'RegisterSection', id: 'performance', name: '绩效管理股', kind: 'performance', departments: [] },
];

const CAMPAIGN: CampaignCommand = {
  type: 'OpenCampaign',
  name: '2027 年度绩效目标申报',
  fiscalYear: 2027,
  chains: { project: FULL, overall: SHORT, direction: FULL },
  windows: {
    submission: { opens: '2020-01-01', closes: '2099-12-31' },
    revision: { opens: '2020-01-01', closes: '2099-12-31' },
    selfEvaluation: { opens: '2020-01-01', closes: '2099-12-31' },
  },
  ruleSet: DEFAULT_RULE_SET,
  resumeAt: 'first',
  departmentsGrant: true,
};

const asInstaller = (body: unknown): CommandRequest => ({
  user: INSTALLATION,
  commandId: randomUUID(),
  commandHash: hashOf(body),
  correlationId: 'set-up',
});

/** Registers everybody and opens the campaign `2027`. */
export async function foundCounty(application: Application): Promise<void> {
  const people = SEATS.flatMap(([user, name, role, place]): DirectoryCommand[] => [
    { type: 'RegisterPerson', user, username: user, name, post: '科员', place, leads: false },
    { type: 'GrantRole', user, role },
  ]);
  for (const command of [...UNITS, ...people])
    await application.sendToDirectory(command, asInstaller(command));
  await application.sendToCampaign('2027', CAMPAIGN, asInstaller(CAMPAIGN));
}
