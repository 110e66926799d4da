import { type RefusalCode } from '../refusal.ts';
import { DEFAULT_RULE_SET } from '../rule-set.ts';
import { windowFor, type CampaignCommand, type CampaignEvent, type CampaignTerms } from './campaign.ts';
import { decideCampaign, evolveCampaign, NO_CAMPAIGN } from './decider.ts';

const terms: CampaignTerms = {
  name: '2027年度预算绩效目标申报',
  fiscalYear: 2027,
  chains: { project: [{ id: 'performance', name: '绩效股', reviewers: 'performance', rule: 'any' }] },
  windows: { submission: { opens: '2026-10-01', closes: '2026-11-10' } },
  ruleSet: DEFAULT_RULE_SET,
  resumeAt: 'first',
  departmentsGrant: true,
};
const opened: CampaignEvent = { ...terms, type: 'CampaignOpened' };
const offices = {
  departments: ['101'],
  units: new Map([
    ['101001', '101'],
    ['102001', '102'],
  ]),
};
const actor = { user: 'p', name: '何清', post: '绩效股股长', organisation: '财政局' };
const fold = (...events: CampaignEvent[]) =>
  events.reduce(
    (state, event, revision) => evolveCampaign(state, { event, actor, time: '', revision }),
    NO_CAMPAIGN,
  );
const refusal = (command: CampaignCommand, ...history: CampaignEvent[]): RefusalCode | null => {
  try {
    decideCampaign(command, fold(...history), offices);
    return null;
  } catch (error) {
    return (error as { code: RefusalCode }).code;
  }
};
const extend = (
  change: Partial<Extract<CampaignCommand, { type: 'ExtendDeadline' }>> = {},
): CampaignCommand => ({
  type: 'ExtendDeadline',
  window: 'submission',
  scope: { all: true },
  until: '2026-11-20',
  reason: '系统切换',
  ...change,
});

describe('年度申报批次', () => {
  it('开启一次，重复开启不许', () => {
    expect(decideCampaign({ ...terms, type: 'OpenCampaign' }, NO_CAMPAIGN, offices)).toEqual([opened]);
    expect(refusal({ ...terms, type: 'OpenCampaign' }, opened)).toBe('AlreadyExists');
  });

  it('审核链须有一至五级，级别编号不重复，窗口先开后关', () => {
    const stage = { id: 'a', name: '甲', reviewers: 'section', rule: 'any' } as const;
    const chain = (n: number) =>
      Array.from({ length: n }, (_, index) => ({ ...stage, id: `s${String(index)}` }));
    const open = (change: Partial<CampaignTerms>): CampaignCommand => ({
      ...terms,
      ...change,
      type: 'OpenCampaign',
    });
    expect(refusal(open({ chains: { project: chain(5) } }))).toBeNull();
    expect(refusal(open({ chains: { project: chain(6) } }))).toBe('ChainInvalid');
    expect(refusal(open({ chains: { project: [] } }))).toBe('ChainInvalid');
    expect(refusal(open({ chains: {} }))).toBe('ChainInvalid');
    expect(refusal(open({ chains: { project: [stage, stage] } }))).toBe('ChainInvalid');
    expect(refusal(open({ chains: { project: [{ ...stage, id: 'unit' }] } }))).toBe('ChainInvalid');
    expect(refusal(open({ windows: { submission: { opens: '2026-11-11', closes: '2026-11-10' } } }))).toBe(
      'WindowsInvalid',
    );
    expect(refusal(open({ windows: { submission: { opens: '2026-11-31', closes: '2026-12-10' } } }))).toBe(
      'WindowsInvalid',
    );
  });

  it('延期可给全部、一个部门或一个单位，取其中最晚的', () => {
    const to = (
      scope: Extract<CampaignEvent, { type: 'DeadlineExtended' }>['scope'],
      until: string,
    ): CampaignEvent => ({
      type: 'DeadlineExtended',
      window: 'submission',
      scope,
      until,
      reason: '汛期',
    });
    const campaign = fold(
      opened,
      to({ all: true }, '2026-11-15'),
      to({ department: '101' }, '2026-11-18'),
      to({ unit: '101001' }, '2026-11-17'),
    );
    const closes = (unitCode: string, departmentCode: string) =>
      windowFor(campaign, 'submission', { unitCode, departmentCode })?.closes;
    expect(closes('102001', '102')).toBe('2026-11-15');
    expect(closes('101002', '101')).toBe('2026-11-18');
    expect(closes('101001', '101')).toBe('2026-11-18');
    expect(windowFor(campaign, 'grant', { unitCode: '101001', departmentCode: '101' })).toBeUndefined();
  });

  it('延期须晚于现有截止日，窗口与单位须是有的，批次须在进行', () => {
    expect(refusal(extend(), opened)).toBeNull();
    expect(refusal(extend({ until: '2026-11-10' }), opened)).toBe('DeadlineNotLater');
    expect(refusal(extend({ until: '下周五' }), opened)).toBe('DateInvalid');
    expect(refusal(extend({ window: 'grant' }), opened)).toBe('UnknownWindow');
    expect(refusal(extend({ scope: { unit: '999' } }), opened)).toBe('UnknownUnit');
    expect(refusal(extend({ scope: { department: '102' } }), opened)).toBe('UnknownUnit');
    expect(refusal(extend(), opened, { type: 'CampaignClosed', reason: '年度结束' })).toBe('CampaignNotOpen');
  });

  it('关闭后不能再关闭', () => {
    expect(refusal({ type: 'CloseCampaign', reason: '年度结束' }, opened)).toBeNull();
    expect(refusal({ type: 'CloseCampaign', reason: '年度结束' })).toBe('CampaignNotOpen');
  });
});

describe('专项资金总额', () => {
  const fundTotals = [{ fund: '水利发展专项', total: '100' }];

  it('登记在批次上，后一次替换前一次', () => {
    const set: CampaignEvent = { type: 'FundTotalsSet', fundTotals };
    expect(decideCampaign({ type: 'SetFundTotals', fundTotals }, fold(opened), offices)).toEqual([set]);
    expect(fold(opened).fundTotals).toEqual([]);
    expect(fold(opened, set).fundTotals).toEqual(fundTotals);
    expect(fold(opened, set, { type: 'FundTotalsSet', fundTotals: [] }).fundTotals).toEqual([]);
  });

  it('同一专项不得登记两次；批次关闭后不得再登记', () => {
    const twice: CampaignCommand = { type: 'SetFundTotals', fundTotals: [...fundTotals, ...fundTotals] };
    expect(refusal(twice, opened)).toBe('AlreadyExists');
    const closed: CampaignEvent = { type: 'CampaignClosed', reason: '结束' };
    expect(refusal({ type: 'SetFundTotals', fundTotals }, opened, closed)).toBe('CampaignNotOpen');
  });
});
