import { DEFAULT_RULE_SET } from '#domain';
import { type CampaignCommand, type WindowName } from '#domain/campaign';
import { type Stage } from '#domain/target';

export const DAY = 24 * 3600 * 1000;
const CHINA_OFFSET = 8 * 3600 * 1000;

const stage = (id: string, name: string, reviewers: Stage['reviewers']): Stage => ({
  id,
  name,
  reviewers,
  rule: 'any',
});
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

export interface DemoCampaign {
  id: string;
  year: number;
  /** Last year's is over: every target of it is evaluated. */
  isOver: boolean;
  /** Midnight in China of the day of its first draft; its targets come in over `days`. */
  start: number;
  days: number;
  /** Days between two steps of one target. */
  pace: number;
  opens: string;
  closes: string;
}

/** The day of a moment in China. */
export const dayOf = (moment: number): string => new Date(moment + CHINA_OFFSET).toISOString().slice(0, 10);
const midnight = (moment: number): number => Math.floor((moment + CHINA_OFFSET) / DAY) * DAY - CHINA_OFFSET;

/** Between nine and five of a day, somewhere that differs from step to step but not from run to run. */
export const atWork = (day: number, salt: number): number => day + (9 * 60 + ((salt * 37) % 460)) * 60_000;

/** Last year's, over for a month, and this year's, open from two months ago for more than a year. */
export function campaignsAt(now: number): { last: DemoCampaign; current: DemoCampaign } {
  const today = midnight(now);
  const year = new Date(now).getUTCFullYear();
  const make = (
    campaign: Omit<DemoCampaign, 'id' | 'days' | 'opens' | 'closes'>,
    until: number,
  ): DemoCampaign => ({
    ...campaign,
    id: `demo-${String(campaign.year)}`,
    days: 40,
    opens: dayOf(campaign.start - DAY),
    closes: dayOf(until),
  });
  return {
    last: make({ year, isOver: true, start: today - 430 * DAY, pace: 20 }, today - 30 * DAY),
    current: make({ year: year + 1, isOver: false, start: today - 60 * DAY, pace: 2 }, today + 400 * DAY),
  };
}

export const opening = ({ year, opens, closes }: DemoCampaign): CampaignCommand => ({
  type: 'OpenCampaign',
  name: `${String(year)}年度预算绩效目标`,
  fiscalYear: year,
  chains: CHAINS,
  windows: Object.fromEntries(WINDOWS.map((name) => [name, { opens, closes }])),
  ruleSet: { ...DEFAULT_RULE_SET, weightTotal: 90 },
  resumeAt: 'first',
  departmentsGrant: true,
});
