import { RunningApi } from './running-api.ts';
import { sampleForm } from './sample-form.ts';
import { Visitor } from './visitor.ts';

const CODE = 'XM-2027-007';
const PLACE = { campaignId: '2027', unitCode: '301001' };

describe('涉密登记', () => {
  let api: RunningApi;
  let clerk: Visitor;
  let id = '';
  let position = '';

  beforeAll(async () => {
    api = await RunningApi.start();
    clerk = await api.as('clerk');
    const registered = await clerk.post('/api/targets/classified', {
      ...PLACE,
      code: CODE,
      reason: '经保密审查定为涉密项目',
    });
    expect(registered.status).toBe(201);
    id = registered.body.id!;
    position = String(registered.body['position']);
  });
  afterAll(() => api.stop());

  it('清单上有标记，没有名称、金额和表格', async () => {
    const { body } = await clerk.get(`/api/targets?after=${position}`);
    expect(body).toMatchObject({ items: [{ id, state: 'classified', name: CODE }] });
    expect(JSON.stringify(body)).not.toContain('amount');
    const mine = await clerk.get(`/api/tasks?box=mine&after=${position}`);
    expect(mine.body).toMatchObject({ items: [{ target: { id, state: 'classified' }, duty: null }] });
    expect((await clerk.get(`/api/tasks?box=todo&after=${position}`)).body).toMatchObject({ items: [] });
  });

  it('读到的只有编码、单位和理由，没有预审问题', async () => {
    const { body } = await clerk.get(`/api/targets/${id}`);
    expect(body).toMatchObject({
      state: 'classified',
      classified: { code: CODE },
      form: { kind: 'project' },
      findings: [],
      allowed: ['AbandonTarget'],
    });
    expect((await clerk.get(`/api/targets/${id}/last-year`)).body).toEqual({ item: null });
  });

  it('不收也不出具任何表格，说明为什么', async () => {
    const refused = [
      await clerk.get(`/api/targets/${id}/form.docx`),
      await clerk.get(`/api/targets/${id}/approval-slip.docx`),
      await clerk.post('/api/targets', { ...PLACE, form: sampleForm({ code: CODE }) }),
    ];
    for (const { status, body } of refused) {
      expect([status, body['code']]).toEqual([409, 'FiledOffline']);
      expect(body['detail']).toContain('线下报送');
    }
    const asForm = await clerk.post('/api/targets/classified', {
      ...PLACE,
      code: CODE,
      reason: '涉密',
      form: sampleForm(),
    });
    expect(asForm.status).toBe(422);
  });

  it('导入、公开、指标库里都没有它', async () => {
    const items = [{ unitCode: PLACE.unitCode, form: sampleForm({ code: CODE }) }];
    const imported = await clerk.post('/api/imports/drafts', { campaignId: '2027', items });
    expect(imported.body).toMatchObject({
      items: [{ outcome: 'left-out', problem: { code: 'FiledOffline' } }],
    });
    const stranger = new Visitor(api.base);
    expect((await stranger.get(`/api/public/disclosures/${id}`)).status).toBe(404);
    expect((await stranger.get(`/api/public/disclosures?after=${position}`)).body).toMatchObject({
      total: 0,
    });
    expect((await clerk.get(`/api/indicators?after=${position}`)).body).toMatchObject({ total: 0 });
    expect((await clerk.get(`/api/budget-gate?after=${position}`)).body).toMatchObject({
      items: [{ reason: '涉密（线下报送）。' }],
    });
  });

  it('作废后编码可以重新使用', async () => {
    const abandoned = await clerk.command(id, 0, 'abandonment', { reason: '已解密' });
    await clerk.get(`/api/targets?after=${String(abandoned.body['position'])}`);
    const drafted = await clerk.post('/api/targets', { ...PLACE, form: sampleForm({ code: CODE }) });
    expect([drafted.status, (await clerk.get(`/api/targets/${id}`)).body]).toMatchObject([
      201,
      { state: 'abandoned', classified: { code: CODE }, allowed: [] },
    ]);
  });
});
