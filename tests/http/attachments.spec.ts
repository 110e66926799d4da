import { createHash } from 'node:crypto';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { HERE } from './county.ts';
import { fixture } from './fixture.ts';
import { RunningApi } from './running-api.ts';
import { sampleForm } from './sample-form.ts';
import { type Reply, type Visitor } from './visitor.ts';

const DOCX = fixture('project.docx');
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const pdf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(`%PDF-1.7\n${text}`);

describe('attachments', () => {
  let api: RunningApi;
  let clerk: Visitor;
  beforeAll(async () => {
    api = await RunningApi.start();
    clerk = await api.as('clerk');
  });
  afterAll(() => api.stop());

  const upload = (bytes: Uint8Array<ArrayBuffer>, who = clerk, name = '批文.bin'): Promise<Reply> =>
    who.upload(`/api/attachments?name=${encodeURIComponent(name)}`, bytes);
  const draftWith = (sha256: string, who = clerk): Promise<Reply> =>
    who.post('/api/targets', {
      campaignId: '2027',
      unitCode: HERE.unit,
      form: { ...sampleForm(), attachments: [{ sha256, name: '../../立项"批文".docx' }] },
    });
  const download = (who: Visitor, path: string): Promise<Response> =>
    fetch(api.base + path, { headers: { cookie: who.cookie } });

  it('are told by their content, kept once by hash, and given back through the target that has them', async () => {
    const { status, body } = await upload(DOCX);
    const sha256 = hashOf(DOCX);
    expect({ status, body }).toMatchObject({
      status: 201,
      body: { sha256, name: '批文.bin', size: DOCX.length },
    });
    expect(body['type']).toMatch(/wordprocessingml/);
    await upload(DOCX);
    expect(readdirSync(join(api.parts.dataFolder, 'attachments', sha256.slice(0, 2)))).toEqual([sha256]);
    const { body: target } = await draftWith(sha256);
    const path = `/api/targets/${target.id!}/attachments/${sha256}`;
    const reply = await download(clerk, path);
    expect(new Uint8Array(await reply.arrayBuffer())).toEqual(DOCX);
    expect(reply.headers.get('x-content-type-options')).toBe('nosniff');
    expect(reply.headers.get('content-disposition')).toMatch(
      /^attachment; filename="attachment"; filename\*=UTF-8''/,
    );
    expect(reply.headers.get('content-disposition')).not.toMatch(/\.\.\/|%2F/i);
    expect((await download(await api.as('clerk-there'), path)).status).toBe(404);
    expect((await download(await api.as('auditor'), path)).status).toBe(200);
    for (const other of ['0'.repeat(64), '..%2f..%2fperson-master.key', sha256.toUpperCase()])
      expect((await download(clerk, `/api/targets/${target.id!}/attachments/${other}`)).status).toBe(404);
  });

  it('stay readable through the history after a later version dropped them', async () => {
    const bytes = pdf('前一版的附件');
    await upload(bytes);
    const { body } = await draftWith(hashOf(bytes));
    const { form } = (await clerk.get(`/api/targets/${body.id!}`)).body as unknown as {
      form: { attachments?: object };
    };
    const { attachments: _, ...without } = form;
    const revised = await clerk.put(
      `/api/targets/${body.id!}/form`,
      { form: without },
      { 'if-match': '"0"' },
    );
    expect(revised.status).toBe(200);
    expect((await download(clerk, `/api/targets/${body.id!}/attachments/${hashOf(bytes)}`)).status).toBe(200);
  });

  it('cannot be referred to by whoever only knows the hash', async () => {
    const bytes = pdf('教育局的附件');
    await upload(bytes, await api.as('clerk-there'));
    const { status, body } = await draftWith(hashOf(bytes));
    expect({ status, body }).toMatchObject({
      status: 422,
      body: { errors: [{ path: '/form/attachments/0/sha256' }] },
    });
    const drafts = {
      campaignId: '2027',
      items: [{ unitCode: HERE.unit, form: { kind: 'project', attachments: [{ sha256: hashOf(bytes) }] } }],
    };
    expect((await clerk.post('/api/imports/drafts', drafts)).body['items']).toMatchObject([
      { outcome: 'left-out' },
    ]);
  });

  it.each([
    ['nothing', new Uint8Array(), 422, /空文件/],
    ['a program', new TextEncoder().encode('MZ\u0090\u0000This program'), 422, /不支持/],
    ['a page named as a picture', new TextEncoder().encode('<html><script>1</script>'), 422, /不支持/],
    ['more than the limit', new Uint8Array(12 * 1024 * 1024 + 1).fill(37), 413, /超过 12 MB/],
  ])('refuse %s by a sentence, and leave nothing behind', async (_what, bytes, status, sentence) => {
    const reply = await upload(bytes, clerk, '照片.png');
    expect([reply.status, reply.body['detail']]).toEqual([status, expect.stringMatching(sentence)]);
    expect(readdirSync(join(api.parts.dataFolder, 'attachments', 'incoming'))).toEqual([]);
  });

  it('that were altered break off, those that are missing are said to be', async () => {
    const bytes = pdf('x'.repeat(200_000));
    const sha256 = hashOf(bytes);
    await upload(bytes);
    const { body } = await draftWith(sha256);
    const path = `/api/targets/${body.id!}/attachments/${sha256}`;
    const file = join(api.parts.dataFolder, 'attachments', sha256.slice(0, 2), sha256);
    const changed = new Uint8Array(bytes);
    changed[100] = 0x79;
    writeFileSync(file, changed);
    await expect(download(clerk, path).then((reply) => reply.arrayBuffer())).rejects.toThrow();
    expect(await api.parts.attachments.faultOf(sha256)).toBe('altered');
    rmSync(file);
    const reply = await download(clerk, path);
    expect([reply.status, ((await reply.json()) as { code: string }).code]).toEqual([
      404,
      'AttachmentMissing',
    ]);
    expect(await api.parts.attachments.faultOf(sha256)).toBe('missing');
  });
});
