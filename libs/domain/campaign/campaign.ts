import { type FormKind } from '#form';
import { type Stage, type Window } from '../target/index.ts';
import { type RuleSet } from '../rule-set.ts';
import { type ReminderSettings } from './reminders.ts';

/** 申报, 修改, 批复, 公开, 自评, 复核; 审核 has one window for each stage: `review.<stage id>`. */
export type WindowName =
  'submission' | 'revision' | `review.${string}` | 'grant' | 'disclosure' | 'selfEvaluation' | 'verification';
export type Windows = { readonly [N in WindowName]?: Window };
export type Chains = Readonly<Partial<Record<FormKind, readonly Stage[]>>>;

/** Whom an extension is for. */
export type Scope = { all: true } | { department: string } | { unit: string };

export interface CampaignTerms {
  name: string;
  fiscalYear: number;
  /** A kind of form without a chain is not asked for. */
  chains: Chains;
  windows: Windows;
  ruleSet: RuleSet;
  /** Where a resubmission begins. */
  resumeAt: 'first' | 'returning';
  /** 谁批复预算，谁批复目标: whether departments grant to their own units. */
  departmentsGrant: boolean;
  /** Where this campaign reminds otherwise than by default. */
  reminders?: Partial<ReminderSettings>;
}

/** What a 专项资金 has this year in all, in 万元: its directions must come to it. */
export interface FundTotal {
  fund: string;
  total: string;
}

export type CampaignCommand =
  | ({ type: 'OpenCampaign' } & CampaignTerms)
  | { type: 'ExtendDeadline'; window: WindowName; scope: Scope; until: string; reason: string }
  | { type: 'SetFundTotals'; fundTotals: readonly FundTotal[] }
  | { type: 'CloseCampaign'; reason: string };

export type CampaignEvent =
  | ({ type: 'CampaignOpened' } & CampaignTerms)
  | { type: 'DeadlineExtended'; window: WindowName; scope: Scope; until: string; reason: string }
  | { type: 'FundTotalsSet'; fundTotals: readonly FundTotal[] }
  | { type: 'CampaignClosed'; reason: string };

export interface Extension {
  window: WindowName;
  scope: Scope;
  until: string;
}

export interface Campaign extends CampaignTerms {
  state: 'none' | 'open' | 'closed';
  extensions: readonly Extension[];
  fundTotals: readonly FundTotal[];
}

/** A unit as far as deadlines are concerned. */
export interface UnitPlace {
  unitCode: string;
  departmentCode: string;
}

/** The window as it stands for a unit: the latest of the extensions that reach it moves the deadline. */
export function windowFor(campaign: Campaign, name: WindowName, place: UnitPlace): Window | undefined {
  const window = campaign.windows[name];
  if (!window) return undefined;
  const closes = campaign.extensions
    .filter((extension) => extension.window === name && reaches(extension.scope, place))
    .reduce((latest, { until }) => (until > latest ? until : latest), window.closes);
  return { ...window, closes };
}

function reaches(scope: Scope, place: UnitPlace): boolean {
  if ('all' in scope) return true;
  return 'department' in scope ? scope.department === place.departmentCode : scope.unit === place.unitCode;
}
