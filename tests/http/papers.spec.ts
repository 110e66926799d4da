import { read, type WorkSheet } from 'xlsx';
import { readDocument } from '#documents';
import { HERE } from './county.ts';
import { grantedTarget } from './granted-target.ts';
import { RunningApi } from './running-api.ts';
import { sampleForm } from './sample-form.ts';

interface Download {
  status: number;
  headers: Headers;
  bytes: Uint8Array;
}

describe('papers that the bureau files', () => {
  let api: RunningApi;
  let id = '';
  beforeAll(async () => {
    api = await RunningApi.start();
    const clerk = await api.as('clerk');
    const draft = { ...sampleForm(), name: '=HYPERLINK("http://x","点我")' };
    await clerk.post('/api/targets', { campaignId: '2027', unitCode: HERE.unit, form: draft });
    id = await grantedTarget(api, { remarks: '内部说明：联系人电话另附' });
  });
  afterAll(() => api.stop());

  const download = async (user: string, path: string): Promise<Download> => {
    const { cookie } = await api.as(user);
    const reply = await fetch(api.base + path, { headers: { cookie } });
    return { status: reply.status, headers: reply.headers, bytes: new Uint8Array(await reply.arrayBuffer()) };
  };
  const textOf = (bytes: Uint8Array): string =>
    readDocument({ name: 'a', bytes })
      .flatMap(({ cells }) => cells.map(({ text }) => text))
      .join('\n');
  const after = async (): Promise<string> => `after=${encodeURIComponent((await api.parts.store.head())!)}`;

  it.each(['docx', 'html'] as const)('公开册 .%s：有目标、有批复金额，没有人名和电话', async (format) => {
    const path = `/api/campaigns/2027/disclosure.${format}?department=301&${await after()}`;
    const { status, headers, bytes } = await download('leader', path);
    expect(status).toBe(200);
    expect(headers.get('content-disposition')).toContain(`.${format}`);
    const text = format === 'html' ? new TextDecoder().decode(bytes) : textOf(bytes);
    for (const part of ['望川县水利局', '河道日常保洁', '86.4', '保洁河道里程', '公开绩效目标1个'])
      expect(text).toContain(part);
    expect(text).not.toMatch(/沈文静|13900000001|内部说明|HYPERLINK/);
  });

  it('公开册只含本人可以查看的目标；没有的批次和部门查不到', async () => {
    const { bytes } = await download('clerk-there', `/api/campaigns/2027/disclosure.html?${await after()}`);
    expect(new TextDecoder().decode(bytes)).toContain('公开绩效目标0个');
    expect((await download('leader', '/api/campaigns/1999/disclosure.html')).status).toBe(404);
    expect((await download('leader', '/api/campaigns/2027/disclosure.docx?department=999')).status).toBe(404);
  });

  it('审批单：两轮审核的每一条意见，批复和封签', async () => {
    const { status, bytes } = await download('auditor', `/api/targets/${id}/approval-slip.docx`);
    expect(status).toBe(200);
    const text = textOf(bytes);
    for (const part of [
      '第1轮',
      '第2轮',
      '请写明支流名称',
      '退回修改',
      '蒋建平',
      '施玉兰',
      '望财预〔2027〕3号',
    ])
      expect(text).toContain(part);
    const { items } = (await (await api.as('auditor')).get(`/api/targets/${id}/history`)).body as unknown as {
      items: { seal: string }[];
    };
    expect(text.replaceAll('\n', '')).toContain(items.at(-1)?.seal);
  });

  it('履历：每一步、改动、意见和封存值，不显示个人电话；无权查看的查不到', async () => {
    const { status, bytes, headers } = await download('auditor', `/api/targets/${id}/history.docx`);
    expect(status).toBe(200);
    expect(decodeURIComponent(headers.get('content-disposition') ?? '')).toContain('履历 ');
    const text = textOf(bytes);
    for (const part of ['办理记录', '送审', '退回修改', '请写明支流名称', '批复', '蒋建平', '封存值'])
      expect(text).toContain(part);
    const { items } = (await (await api.as('auditor')).get(`/api/targets/${id}/history`)).body as unknown as {
      items: { seal: string }[];
    };
    for (const { seal } of items) expect(text).toContain(seal);
    expect(text).toContain('表种：项目支出');
    expect(text).not.toContain('13900000001');
    expect((await download('clerk-there', `/api/targets/${id}/history.docx`)).status).toBe(404);
  });

  it('清单：与列表同样筛选，文字不成为公式，金额是数', async () => {
    const query = `state=draft&${await after()}`;
    const { status, bytes } = await download('clerk', `/api/targets/list.xlsx?${query}`);
    expect(status).toBe(200);
    const text = textOf(bytes);
    expect(text).toContain('=HYPERLINK("http://x","点我")');
    expect(text).not.toContain('望财预');
    const all = textOf((await download('clerk', `/api/targets/list.xlsx?${await after()}`)).bytes);
    expect(all).toMatch(/共 2 个/);
    expect(all).toContain('望财预〔2027〕3号');
  });

  it('进度、预算安排条件：中文表头，金额是数', async () => {
    const progress = await download('performance', `/api/campaigns/2027/progress.xlsx?${await after()}`);
    expect(progress.status).toBe(200);
    expect(textOf(progress.bytes)).toContain('金额（万元）');
    expect(textOf(progress.bytes)).toContain('按时率（%）');
    // The first department's name and amount, below title and heads.
    const sheet: WorkSheet = read(progress.bytes).Sheets['各部门'] ?? {};
    expect([sheet['B3'], sheet['D3']]).toMatchObject([{ t: 's' }, { t: 'n' }]);
    const gate = await download('performance', `/api/budget-gate/list.xlsx?campaign=2027&${await after()}`);
    expect(gate.status).toBe(200);
    expect(textOf(gate.bytes)).toContain('为什么不能安排');
    expect(textOf(gate.bytes)).toContain('仍是草稿，尚未送审');
    expect((await download('performance', '/api/campaigns/nowhere/progress.xlsx')).status).toBe(404);
  });

  describe.each(['docx', 'xlsx'])('填回单位自己的 .%s', (format) => {
    const send = async (user: string, target: string, file: Uint8Array | string): Promise<Download> => {
      const { cookie } = await api.as(user);
      const reply = await fetch(`${api.base}/api/targets/${target}/filled-form`, {
        method: 'POST',
        headers: { cookie, 'content-type': 'application/octet-stream', origin: 'http://localhost:3000' },
        body: file,
      });
      const bytes = new Uint8Array(await reply.arrayBuffer());
      return { status: reply.status, headers: reply.headers, bytes };
    };
    const sentenceIn = ({ bytes }: Download): unknown =>
      (JSON.parse(new TextDecoder().decode(bytes)) as { detail: unknown }).detail;

    it('只改变化的单元格，其余原样', async () => {
      const clerk = await api.as('clerk');
      const { body } = await clerk.post('/api/targets', {
        campaignId: '2027',
        unitCode: HERE.unit,
        form: sampleForm({ name: '河道清淤' }),
      });
      const target = body.id!;
      const own = (await download('clerk', `/api/targets/${target}/form.${format}`)).bytes;
      const { form } = (await clerk.get(`/api/targets/${target}`)).body as unknown as { form: object };
      const revised = { form: { ...form, name: '河道清淤二期' } };
      const put = await clerk.put(`/api/targets/${target}/form`, revised, { 'if-match': '"0"' });
      expect(put.status).toBe(200);
      const filled = await send('clerk', target, own);
      expect(filled.status).toBe(200);
      expect(decodeURIComponent(filled.headers.get('content-disposition') ?? '')).toContain(
        `河道清淤二期.${format}`,
      );
      expect(textOf(filled.bytes)).toBe(textOf(own).replace('河道清淤', '河道清淤二期'));
    });

    it('不是一张申报表的文件说明原因', async () => {
      const list = (await download('clerk', '/api/targets/list.xlsx')).bytes;
      expect(sentenceIn(await send('clerk', id, list))).toContain('不能只改变化的单元格');
      expect(sentenceIn(await send('clerk', id, '不是文件'))).toContain('不能只改变化的单元格');
      expect((await send('clerk-there', id, list)).status).toBe(404);
    });
  });
});
