import { DEFAULT_RULE_SET } from '#domain';
import { type CampaignCommand, type WindowName } from '#domain/campaign';
import { type Stage } from '#domain/target';
import { hashOf, INSTALLATION, type Application, type Clock, type CommandRequest } from '#application';
import { v5 } from 'uuid';
import { directionForm, overallForm, projectForm, unfinished } from './forms.ts';
import { ENDS, lifeOf, type End, type Step, type Subject } from './lives.ts';
import { departmentUser, directoryCommands, staffOf, type DemoUnit } from './people.ts';

const DAY = 24 * 3600 * 1000;
const NAMESPACE = '6a0f3e0c-5d5b-5b0e-8a3e-6d7562696f21';

/** A clock that the seeding sets from step to step, so that the demo's history has its own times. */
export class SimulatedClock implements Clock {
  private moment = 0;
  now(): number {
    return this.moment;
  }
  set(moment: number): void {
    this.moment = moment;
  }
}

const stage = (
  id: string,
  name: string,
  reviewers: Stage['reviewers'],
  rule: Stage['rule'] = 'any',
): Stage => ({ id, name, reviewers, rule });
const FULL_CHAIN = [
  stage('first', '主管部门', 'department'),
  stage('section', '业务股室', 'section'),
  stage('performance', '绩效股', 'performance'),
];
const CHAINS = {
  project: FULL_CHAIN,
  overall: [stage('first', '业务股室', 'section'), stage('performance', '绩效股', 'performance')],
  direction: FULL_CHAIN,
};
const WINDOWS: readonly WindowName[] = [
  'submission',
  'review.first',
  'review.section',
  'review.performance',
  'revision',
  'grant',
  'disclosure',
  'selfEvaluation',
  'verification',
];

interface DemoCampaign {
  id: string;
  year: number;
  /** When its first draft is made, and over how many days its targets come in. */
  start: number;
  days: number;
  /** Between two steps of one target, in milliseconds. */
  pace: number;
  opens: string;
  closes: string;
}

const dayOf = (moment: number): string => new Date(moment + 8 * 3600 * 1000).toISOString().slice(0, 10);

function campaignsAt(now: number): { last: DemoCampaign; current: DemoCampaign } {
  const year = new Date(now).getUTCFullYear();
  const make = (of: number, [start, closes]: readonly [number, number], pace: number): DemoCampaign => ({
    id: `demo-${String(of)}`,
    year: of,
    start,
    days: 40,
    pace,
    opens: dayOf(start - DAY),
    closes: dayOf(closes),
  });
  return {
    last: make(year, [now - 430 * DAY, now - 30 * DAY], 20 * DAY),
    current: make(year + 1, [now - 60 * DAY, now + 400 * DAY], 1.4 * DAY),
  };
}

const opening = ({ year, opens, closes }: DemoCampaign): CampaignCommand => ({
  type: 'OpenCampaign',
  name: `${String(year)}年度预算绩效目标`,
  fiscalYear: year,
  chains: CHAINS,
  windows: Object.fromEntries(WINDOWS.map((name) => [name, { opens, closes }])),
  ruleSet: { ...DEFAULT_RULE_SET, weightTotal: 90 },
  resumeAt: 'first',
  departmentsGrant: true,
});

interface Planned {
  at: number;
  run: () => Promise<unknown>;
}

/**
 * Fills an empty system with 望川县: register, last year's campaign (evaluated and closed) and this year's with targets
 * in every state, all by real commands at times of their own. A second call finds its command ids and changes nothing.
 */
export async function seedDemo(application: Application, clock: SimulatedClock, now: number): Promise<void> {
  const staff = staffOf();
  const { last, current } = campaignsAt(now);
  clock.set(last.start - 30 * DAY);
  for (const [index, command] of directoryCommands(staff).entries())
    await application.sendToDirectory(
      command,
      requestOf(INSTALLATION, `directory ${String(index)}`, command),
    );
  const plan = [
    ...planCampaign(application, last, staff.units, () => 'evaluated'),
    ...planCampaign(application, current, staff.units, (index) => ENDS[index % (ENDS.length - 1)] ?? 'draft'),
    { at: now - 25 * DAY, run: () => closing(application, last) },
  ];
  plan.sort((a, b) => a.at - b.at);
  for (const { at, run } of plan) {
    clock.set(at);
    await run();
  }
}

function closing(application: Application, { id }: DemoCampaign): Promise<unknown> {
  const command: CampaignCommand = { type: 'CloseCampaign', reason: '年度评价全部完成' };
  return application.sendToCampaign(id, command, requestOf('performance', `close ${id}`, command));
}

/** Last year has a third of the targets; this year has two projects a unit, an overall form a department and directions. */
function planCampaign(
  application: Application,
  campaign: DemoCampaign,
  units: readonly DemoUnit[],
  endOf: (index: number) => End,
): Planned[] {
  const isLast = endOf(0) === 'evaluated';
  const open = opening(campaign);
  const opened = {
    at: campaign.start - 2 * DAY,
    run: () =>
      application.sendToCampaign(campaign.id, open, requestOf(INSTALLATION, `open ${campaign.id}`, open)),
  };
  const subjects = units.flatMap((unit, index) => subjectsOf(unit, index, campaign, isLast));
  return [
    opened,
    ...subjects.flatMap((subject, index) =>
      planTarget(application, campaign, { subject, end: endOf(index), index, count: subjects.length }),
    ),
  ];
}

function subjectsOf(unit: DemoUnit, index: number, { year }: DemoCampaign, isLast: boolean): Subject[] {
  const { department } = unit;
  const people = { year, head: unit.head.name, clerk: unit.clerk.name };
  const section = department.section === 'agriculture' ? 'section' : 'section-3';
  const first = departmentUser(department.code);
  const base = {
    unit,
    documentNumber: `望财绩〔${String(year)}〕${String(12 + index)}号`,
    short: index % 3 === 0,
  };
  const isDepartment = unit.code === department.code;
  const projects = department.projects.filter((_, place) =>
    isLast ? place === index % department.projects.length : place < 2,
  );
  const subjects = projects.map((project, place): Subject => {
    // Each unit's share of the county's project: no two ask for the same amount.
    const scaled = { ...project, name: `${unit.name.replace('望川县', '')}${project.name}` };
    const asDirection = isDepartment && place === 1;
    const form = asDirection ? directionForm(scaled, people) : projectForm(scaled, people);
    return { ...base, form, amount: String(project.total), reviewers: [first, section, 'performance'] };
  });
  if (!isDepartment || isLast) return subjects;
  const form = overallForm(department, people);
  const amount = form.kind === 'overall' ? (form.expenditure?.total ?? '0') : '0';
  return [...subjects, { ...base, form, amount, reviewers: [section, 'performance'] }];
}

interface Planning {
  subject: Subject;
  end: End;
  index: number;
  count: number;
}

/** Spreads a target's steps over working hours; the last one is always before now. */
function planTarget(
  application: Application,
  campaign: DemoCampaign,
  { subject, end, index, count }: Planning,
): Planned[] {
  const { id, start, days, pace } = campaign;
  const begin = start + Math.floor((index / count) * days) * DAY + (9 * 60 + ((index * 17) % 420)) * 60_000;
  const date = dayOf(begin + 12 * DAY);
  const form = end === 'draft' ? unfinished(subject.form) : subject.form;
  const drafted = { campaignId: id, unitCode: subject.unit.code, form };
  const request = requestOf(subject.unit.clerk.user, `draft ${id} ${String(index)}`, drafted);
  const targetId = v5('target', request.commandId);
  const steps = lifeOf(end, subject, date);
  return [
    { at: begin, run: () => application.draft(drafted, request) },
    ...steps.map(({ user, command }: Step, place) => ({
      at: begin + Math.floor((place + 1) * pace),
      run: () =>
        application.send(targetId, command, requestOf(user, `${targetId} ${String(place)}`, command)),
    })),
  ];
}

const requestOf = (user: string, what: string, body: unknown): CommandRequest => {
  const commandId = v5(what, NAMESPACE);
  return { user, commandId, commandHash: hashOf(body), correlationId: commandId };
};
