import { importDocument, type ImportedForm } from '#documents';
import { type FormInput } from '#form';
import { HERE } from './county.ts';
import { fixture } from './fixture.ts';
import { RunningApi } from './running-api.ts';
import { sampleForm } from './sample-form.ts';
import { type Reply, type Visitor } from './visitor.ts';

describe('documents over HTTP', () => {
  let api: RunningApi;
  let clerk: Visitor;
  beforeAll(async () => {
    api = await RunningApi.start();
    clerk = await api.as('clerk');
  });
  afterAll(() => api.stop());

  const upload = (bytes: Uint8Array<ArrayBuffer>, query = ''): Promise<Reply> =>
    clerk.upload(`/api/imports${query}`, bytes);
  const itemsOf = ({ body }: Reply): (ImportedForm & { file: string })[] =>
    body['items'] as (ImportedForm & { file: string })[];
  const download = async (path: string): Promise<{ status: number; headers: Headers; bytes: Uint8Array }> => {
    const reply = await fetch(api.base + path, { headers: { cookie: clerk.cookie } });
    return { status: reply.status, headers: reply.headers, bytes: new Uint8Array(await reply.arrayBuffer()) };
  };

  it.each(['docx', 'xlsx', 'xls', 'html'])(
    'answers the forms of a .%s with their places, and keeps nothing',
    async (format) => {
      const before = await api.parts.store.head();
      const reply = await upload(fixture(`project.${format}`), `?name=${encodeURIComponent('水库.bin')}`);
      expect(reply.status).toBe(200);
      const [item, ...others] = itemsOf(reply);
      expect(others).toEqual([]);
      expect(item).toMatchObject({
        file: '水库.bin',
        form: { kind: 'project', name: '小型水库管护', fiscalYear: 2024 },
        opinions: [{ stage: '财政部门审核意见', comment: '同意申报', date: '2023-11-20' }],
        unrecognised: [],
      });
      expect(item?.places['/name']).toMatchObject({ text: '小型水库管护', confidence: 1 });
      expect(await api.parts.store.head()).toEqual(before);
    },
  );

  it('answers the forms of what was pasted, with the year asked for', async () => {
    const html =
      '<table><tr><td>项目名称</td><td>河道清淤</td></tr><tr><td>绩效目标</td><td>水质达标</td></tr></table>';
    const reply = await clerk.post('/api/imports?year=2026', { html });
    expect(itemsOf(reply).map(({ form }) => form)).toMatchObject([{ name: '河道清淤', fiscalYear: 2026 }]);
  });

  it.each([
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]), 'UnknownFormat', /认不出/],
    ['a broken zip', fixture('project.docx').slice(0, 900), 'DocumentBroken', /已损坏/],
    ['a text without a form', new TextEncoder().encode('通知'), 'NoFormFound', /没有找到/],
  ])('refuses %s by a sentence', async (_what, bytes, reason, sentence) => {
    const { status, body } = await upload(bytes);
    expect({ status, body }).toMatchObject({ status: 422, body: { code: 'UnreadableDocument', reason } });
    expect(body['detail']).toMatch(sentence);
  });

  it('refuses more than 10 MB, nothing at all, and files where none belong', async () => {
    expect((await upload(new Uint8Array(10 * 1024 * 1024 + 1))).status).toBe(413);
    expect(await clerk.post('/api/imports', {})).toMatchObject({
      status: 422,
      body: { errors: [{ path: '/html' }] },
    });
    expect((await clerk.upload('/api/screenings', fixture('project.docx'))).status).toBe(415);
  });

  it.each(['docx', 'xlsx'])(
    'gives a target as its official .%s, opinions in their boxes, that reads back the same',
    async (format) => {
      const id = await reviewed();
      const { status, headers, bytes } = await download(`/api/targets/${id}/form.${format}`);
      expect(status).toBe(200);
      expect(headers.get('content-disposition')).toContain(
        `filename*=UTF-8''${encodeURIComponent('望川县河道管理站')}`,
      );
      const { form } = (await clerk.get(`/api/targets/${id}`)).body as unknown as { form: FormInput };
      const [found] = importDocument({ name: 'a', bytes });
      const place = { unitName: '望川县河道管理站', department: '望川县水利局', fiscalYear: 2027 };
      expect(found?.form).toEqual({ ...form, ...place });
      expect(found?.opinions).toMatchObject([{ stage: '主管部门审核意见', comment: '同意' }]);
    },
  );

  it.each(['project', 'overall', 'direction'])(
    'has empty papers for %s, and none for what is no kind',
    async (kind) => {
      for (const format of ['docx', 'xlsx']) {
        const { bytes } = await download(`/api/templates/${kind}.${format}`);
        expect(importDocument({ name: 'a', bytes })[0]?.form.kind).toBe(kind);
      }
      expect((await download('/api/templates/none.docx')).status).toBe(404);
    },
  );

  /** A target that its department has agreed to. */
  async function reviewed(): Promise<string> {
    const draft = { campaignId: '2027', unitCode: HERE.unit, form: sampleForm() };
    const { body } = await clerk.post('/api/targets', draft);
    const id = body.id ?? '';
    await clerk.command(id, 0, 'presentation', {});
    const head = await api.as('head');
    await head.command(id, 1, 'submission', {});
    const department = await api.as('department');
    const reply = await department.command(id, 2, 'opinions', { decision: 'approve', comment: '同意' });
    expect(reply.status).toBe(200);
    return id;
  }
});
