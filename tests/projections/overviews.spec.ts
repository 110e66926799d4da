import { budgetGate, campaignProgress, departmentOverview, type ReadModels } from '#read-models';
import { DEFAULT_RULE_SET } from '#domain';
import { INSTALLATION } from '#application';
import { request } from '../../libs/application/given.ts';
import { formNamed, targetThat, viewedCounty, type ViewedCounty } from './county.ts';

let county: ViewedCounty;
let views: ReadModels;
let scopeFor: ViewedCounty['scopeFor'];

/** One target granted, one at the second stage, one returned after the first, one still a draft. */
beforeAll(async () => {
  county = await viewedCounty();
  ({ views, scopeFor } = county);
  const submitted = ['present', 'submit'] as const;
  await targetThat(county, formNamed('河道保洁'), ...submitted, 'section', 'performance', 'grant');
  await targetThat(county, formNamed('堤防维护'), ...submitted, 'section');
  const { id } = await targetThat(county, formNamed('水闸检修'), ...submitted);
  await county.application.send(
    id,
    { type: 'GiveOpinion', decision: 'return', grade: '中', comment: '量化指标', annotations: [] },
    request('section'),
  );
  const { position } = await targetThat(county, formNamed('泵站改造'));
  for (const view of ['tasks', 'campaign-progress'] as const) await views.waitFor(view, position);
});
afterAll(() => county.close());

const day = '2026-11-01';

describe('总览', () => {
  it('批次进度：各级有几个、多少钱，各部门退回几个、等了多久', async () => {
    const progress = await campaignProgress(views.db, { campaign: 'c', day }, scopeFor('performance'));
    expect(progress).toMatchObject({
      campaign: { id: 'c', name: '2027年度', fiscalYear: 2027, state: 'open' },
      states: [
        { label: '草稿', count: 1, amount: '12.5' },
        { label: '待审核', count: 1, amount: '12.5' },
        { label: '退回修改', count: 1, amount: '12.5' },
        { label: '已批复', count: 1, amount: '12.5' },
      ],
      stages: [
        { stage: { id: 'section', index: 1, of: 2 }, count: 0, amount: '0' },
        { stage: { id: 'performance', index: 2, of: 2 }, count: 1, amount: '12.5' },
      ],
      departments: [
        {
          department: { code: '101', name: '水利局' },
          targets: 4,
          amount: '50',
          submitted: 3,
          onTime: 3,
          late: 0,
          rate: '1.00',
          returned: 1,
          returns: 1,
          waiting: { count: 1 },
        },
      ],
    });
    expect(await campaignProgress(views.db, { campaign: '无', day }, scopeFor('performance'))).toBeNull();
  });

  it('部门总览：状态、金额、及时率、退回次数、审核等级', async () => {
    const overview = await departmentOverview(views.db, { department: '101', day }, scopeFor('section'));
    expect(overview).toMatchObject({
      department: { code: '101', name: '水利局' },
      targets: 4,
      amount: '50',
      submission: { submitted: 3, onTime: 3, late: 0, rate: '1.00' },
      returns: { total: 1, average: '0.33' },
      reviewGrades: { 优: 0, 良: 0, 中: 1, 差: 0 },
      evaluation: { count: 0, grades: { 优: 0, 良: 0, 中: 0, 差: 0 } },
      units: [{ unit: { code: '101002', name: '河道管理站' }, targets: 4, amount: '50', returns: 1 }],
    });
  });

  it('看不见的目标不计入总览', async () => {
    const overview = await departmentOverview(views.db, { department: '101', day }, scopeFor('stranger'));
    expect(overview).toMatchObject({ targets: 0, amount: '0', states: [], units: [] });
  });

  it('预算关口：不得安排预算的目标和原因', async () => {
    const gate = await budgetGate(views.db, { campaign: 'c' }, scopeFor('performance'));
    expect(gate).toMatchObject({
      total: 3,
      passed: { count: 1, amount: '12.5' },
      blocked: { count: 3, amount: '37.5' },
    });
    expect(Object.fromEntries(gate.items.map(({ target, reason }) => [target.name, reason]))).toEqual({
      堤防维护: '正在审核：绩效股（第 2 级，共 2 级）。',
      水闸检修: '已退回修改，尚未重新送审。',
      泵站改造: '仍是草稿，尚未送审。',
    });
  });

  it('逾期未送审计入不及时；延期后随之改变', async () => {
    const { application } = county;
    const windows = { submission: { opens: '2026-09-01', closes: '2026-10-15' } };
    const chains = application.campaigns().get('c')?.campaign.chains ?? {};
    const terms = { name: '另一批', fiscalYear: 2028, chains, windows, ruleSet: DEFAULT_RULE_SET };
    await application.sendToCampaign(
      'd',
      { type: 'OpenCampaign', ...terms, resumeAt: 'first', departmentsGrant: false },
      request(INSTALLATION),
    );
    const draft = { campaignId: 'd', unitCode: '101002', form: formNamed('山塘清淤') };
    const { position } = await application.draft(draft, request('clerk'));
    await views.waitFor('campaign-progress', position ?? '');
    const late = async () => {
      const progress = await campaignProgress(views.db, { campaign: 'd', day }, scopeFor('performance'));
      return progress?.departments.map((each) => [each.late, each.rate]);
    };
    expect(await late()).toEqual([[1, '0.00']]);
    const extend = {
      type: 'ExtendDeadline',
      window: 'submission',
      until: '2026-11-30',
      reason: '汛期',
    } as const;
    const extended = await application.sendToCampaign(
      'd',
      { ...extend, scope: { unit: '101002' } },
      request(INSTALLATION),
    );
    await views.waitFor('campaign-progress', extended.position ?? '');
    expect(await late()).toEqual([[0, undefined]]);
  });
});
