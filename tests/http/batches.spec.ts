import { RunningApi } from './running-api.ts';
import { sampleForm } from './sample-form.ts';
import { type Reply, type Visitor } from './visitor.ts';

interface Item {
  id: string;
  outcome: string;
  revision?: number;
  problem?: { code: string; detail: string };
}

describe('batches', () => {
  let api: RunningApi;
  const people: Record<string, Visitor> = {};
  beforeAll(async () => {
    api = await RunningApi.start();
    for (const user of ['clerk', 'head', 'department', 'section', 'performance', 'leader', 'section-there'])
      people[user] = await api.as(user);
  });
  afterAll(() => api.stop());

  const by = (user: string): Visitor => people[user]!;
  const items = ({ body }: Reply): Item[] => body['items'] as Item[];
  const outcomes = (reply: Reply): string[] =>
    items(reply).map(({ outcome, problem }) => problem?.code ?? outcome);
  const agree = (
    user: string,
    targets: readonly object[],
    headers: Record<string, string> = {},
  ): Promise<Reply> =>
    by(user).post('/api/batches/opinions', { targets, decision: 'approve', comment: '同意' }, headers);

  /** Submitted, at revision 2, unless told otherwise. */
  async function submitted(name: string): Promise<{ id: string; revision: number }> {
    const form = sampleForm({ name, indicators: indicatorsOf(name) });
    const { body } = await by('clerk').post('/api/targets', { campaignId: '2027', unitCode: '301001', form });
    const id = body.id!;
    await by('clerk').command(id, 0, 'presentation', {});
    const reply = await by('head').command(id, 1, 'submission', {});
    if (reply.status !== 200) throw new Error(JSON.stringify(reply.body));
    return { id, revision: 2 };
  }
  const indicatorsOf = (name: string) =>
    (sampleForm().indicators ?? []).map((row) => ({ ...row, name: `${name}${row.name ?? ''}` }));

  it('agree to what may be agreed to, and say why the rest is left out', async () => {
    const [good, stale, own, wrong] = await Promise.all(['甲', '乙', '丙', '丁'].map(submitted));
    await by('department').command(own!.id, 2, 'opinions', { decision: 'approve', comment: '同意' });
    await by('department').command(wrong!.id, 2, 'wording', {
      path: '/funding/thisYear/county',
      to: '40',
      reason: '核减',
    });
    const history = await by('clerk').get(`/api/targets/${wrong!.id}`);
    const [wording] = history.body['wordings'] as { id: string }[];
    await by('clerk').command(wrong!.id, 3, `wording/${wording!.id}`, { decision: 'accept' });
    const reply = await agree('department', [
      good!,
      { ...stale!, revision: 1 },
      { ...own!, revision: 4 },
      { ...wrong!, revision: 4 },
      { id: '00000000-0000-5000-8000-000000000000', revision: 0 },
    ]);
    expect(reply.status).toBe(200);
    expect(outcomes(reply)).toEqual([
      'done',
      'RevisionConflict',
      'OneStageARound',
      'ToBeReadAlone',
      'NotFound',
    ]);
    expect(items(reply)[3]?.problem?.detail).toBe('预审发现 1 处错误，不能批量同意，请打开这一目标单独审核');
    const view = await by('section').get(`/api/targets/${good!.id}`);
    expect(view.body).toMatchObject({ stage: { id: 'section' }, revision: items(reply)[0]?.revision });
  });

  it('act once under one key, and answer the same again', async () => {
    const targets = await Promise.all(['戊', '己'].map(submitted));
    const key = { 'idempotency-key': 'batch-1' };
    const first = await agree('department', targets, key);
    expect(outcomes(first)).toEqual(['done', 'done']);
    const again = await agree('department', targets, key);
    expect(again.body).toEqual(first.body);
    const other = await by('department').post(
      '/api/batches/opinions',
      { targets, decision: 'approve', comment: '另一意见' },
      key,
    );
    expect(outcomes(other)).toEqual(['KeyReused', 'KeyReused']);
    const { body } = await by('department').get(`/api/targets/${targets[0]!.id}/history`);
    expect((body['items'] as { type: string }[]).map(({ type }) => type).slice(3)).toEqual([
      'OpinionGiven',
      'StagePassed',
    ]);
  });

  it('grant under one document, each its own amount or what was asked for', async () => {
    const targets = await Promise.all(['庚', '辛', '壬'].map(submitted));
    const at = async (): Promise<{ id: string; revision: number }[]> =>
      Promise.all(
        targets.map(async ({ id }) => ({
          id,
          revision: (await by('leader').get(`/api/targets/${id}`)).body.revision!,
        })),
      );
    for (const user of ['department', 'section', 'performance'])
      expect(outcomes(await agree(user, await at()))).toEqual(['done', 'done', 'done']);
    const [first, second, third] = await at();
    const document = { documentNumber: '望财预〔2027〕5号', date: '2027-02-01' };
    const reply = await by('leader').post('/api/batches/grants', {
      ...document,
      targets: [first, { ...second, amount: '70' }],
    });
    expect(outcomes(reply)).toEqual(['done', 'done']);
    const granted = await Promise.all(
      [first!, second!].map(async ({ id }) => (await by('leader').get(`/api/targets/${id}`)).body['grant']),
    );
    expect(granted).toMatchObject([
      { ...document, amount: '86.4' },
      { ...document, amount: '70' },
    ]);
    const position = String(reply.body['position']);
    expect(reply.headers.get('x-position')).toBe(position);
    const list = await by('leader').get(`/api/targets?state=granted&after=${position}`);
    expect(list.body['total']).toBe(2);
    // 教育局's section does not even see it.
    expect(outcomes(await agree('section-there', [third!]))).toEqual(['NotFound']);
  });

  it('are refused as a whole where they are malformed, or nobody of that office may', async () => {
    const target = { id: '00000000-0000-5000-8000-000000000000', revision: 0 };
    expect((await agree('department', [target, target])).body).toMatchObject({
      status: 422,
      errors: [{ path: '/targets/1/id' }],
    });
    expect((await agree('department', [])).status).toBe(422);
    expect((await agree('department', [{ id: 'x', revision: 0 }])).status).toBe(422);
    const many = Array.from({ length: 201 }, (_, index) => ({
      id: `00000000-0000-5000-8000-${String(index).padStart(12, '0')}`,
      revision: 0,
    }));
    expect((await agree('department', many)).status).toBe(422);
    expect((await agree('department', many.slice(0, 200))).status).toBe(200);
    expect((await agree('clerk', [target])).body).toMatchObject({ status: 403, code: 'AccessDenied' });
  });
});
