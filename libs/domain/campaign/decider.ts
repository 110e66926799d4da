import { isDay } from '#form';
import { type Recorded } from '../recorded.ts';
import { Refusal, refuseIf, type RefusedField } from '../refusal.ts';
import { DEFAULT_RULE_SET } from '../rule-set.ts';
import { isChain, type Window } from '../target/index.ts';
import {
  windowFor,
  type Campaign,
  type CampaignCommand,
  type CampaignEvent,
  type CampaignTerms,
  type FundTotal,
  type Scope,
} from './campaign.ts';

export const NO_CAMPAIGN: Campaign = {
  state: 'none',
  name: '',
  fiscalYear: 0,
  chains: {},
  windows: {},
  ruleSet: DEFAULT_RULE_SET,
  resumeAt: 'first',
  departmentsGrant: false,
  extensions: [],
  fundTotals: [],
};

/** Offices that the register knows, for extensions that name one. */
export interface Offices {
  departments: readonly string[];
  /** Unit code → department code. */
  units: ReadonlyMap<string, string>;
}

/** @throws Refusal with the rule that the command breaks */
export function decideCampaign(
  command: CampaignCommand,
  campaign: Campaign,
  offices: Offices,
): CampaignEvent[] {
  switch (command.type) {
    case 'OpenCampaign':
      refuseIf(campaign.state !== 'none', 'AlreadyExists');
      refuseBadTerms(command);
      return [{ ...command, type: 'CampaignOpened' }];
    case 'ExtendDeadline':
      refuseIf(campaign.state !== 'open', 'CampaignNotOpen');
      refuseBadExtension(command, campaign, offices);
      return [{ ...command, type: 'DeadlineExtended' }];
    case 'SetFundTotals':
      refuseIf(campaign.state !== 'open', 'CampaignNotOpen');
      refuseFundsTwice(command.fundTotals);
      return [{ type: 'FundTotalsSet', fundTotals: command.fundTotals }];
    case 'CloseCampaign':
      refuseIf(campaign.state !== 'open', 'CampaignNotOpen');
      return [{ type: 'CampaignClosed', reason: command.reason }];
  }
}

function refuseBadTerms({ chains, windows }: CampaignTerms): void {
  const broken = Object.entries(chains).filter(([, chain]) => !isChain(chain));
  const chainFields = broken.map(([kind]): RefusedField => ({ path: `/chains/${kind}` }));
  refuseIf(chainFields.length > 0 || Object.keys(chains).length === 0, 'ChainInvalid', {}, chainFields);
  const wrong = Object.entries(windows).filter(([, window]) => !isWindow(window));
  const fields = wrong.map(([name]): RefusedField => ({ path: `/windows/${name}` }));
  refuseIf(fields.length > 0, 'WindowsInvalid', {}, fields);
}

const isWindow = (window: Window | undefined): boolean =>
  window !== undefined && isDay(window.opens) && isDay(window.closes) && window.opens <= window.closes;

type Extend = Extract<CampaignCommand, { type: 'ExtendDeadline' }>;

function refuseBadExtension({ window, scope, until }: Extend, campaign: Campaign, offices: Offices): void {
  if (!campaign.windows[window]) throw new Refusal('UnknownWindow', { window }, [{ path: '/window' }]);
  refuseIf(!isKnown(scope, offices), 'UnknownUnit', {}, [{ path: '/scope' }]);
  refuseIf(!isDay(until), 'DateInvalid', { date: until }, [{ path: '/until' }]);
  const current = windowFor(campaign, window, placeOf(scope, offices))?.closes ?? '';
  refuseIf(until <= current, 'DeadlineNotLater', { closes: current }, [{ path: '/until' }]);
}

function refuseFundsTwice(fundTotals: readonly FundTotal[]): void {
  const names = fundTotals.map(({ fund }) => fund);
  const twice = names.findIndex((fund, index) => names.indexOf(fund) !== index);
  refuseIf(twice >= 0, 'AlreadyExists', { code: names[twice] ?? '' }, [
    { path: `/fundTotals/${String(twice)}/fund` },
  ]);
}

function isKnown(scope: Scope, { departments, units }: Offices): boolean {
  if ('all' in scope) return true;
  return 'department' in scope ? departments.includes(scope.department) : units.has(scope.unit);
}

function placeOf(scope: Scope, { units }: Offices): { unitCode: string; departmentCode: string } {
  if ('unit' in scope) return { unitCode: scope.unit, departmentCode: units.get(scope.unit) ?? '' };
  return { unitCode: '', departmentCode: 'department' in scope ? scope.department : '' };
}

export function evolveCampaign(campaign: Campaign, { event }: Recorded<CampaignEvent>): Campaign {
  switch (event.type) {
    case 'CampaignOpened': {
      const { type: _, ...terms } = event;
      return { ...terms, state: 'open', extensions: [], fundTotals: [] };
    }
    case 'DeadlineExtended': {
      const { window, scope, until } = event;
      return { ...campaign, extensions: [...campaign.extensions, { window, scope, until }] };
    }
    case 'FundTotalsSet':
      return { ...campaign, fundTotals: event.fundTotals };
    case 'CampaignClosed':
      return { ...campaign, state: 'closed' };
  }
}
