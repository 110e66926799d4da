import { createHash } from 'node:crypto';
import { writeForm, writeTables } from '#documents';
import { HERE, THERE } from './county.ts';
import { fixture } from './fixture.ts';
import { RunningApi } from './running-api.ts';
import { sampleForm } from './sample-form.ts';
import { type Reply, type Visitor } from './visitor.ts';

const TITLES = ['序号', '单位编码', '项目名称', '本年度资金合计', '年度绩效目标'];
const workbook = (...rows: string[][]): Uint8Array<ArrayBuffer> =>
  new Uint8Array(
    writeTables([{ name: '项目', columns: TITLES.map((title) => ({ title, width: 9 })), rows }]),
  );
const row = (number: string, unit: string, name: string, amount = '10'): string[] => [
  number,
  unit,
  name,
  amount,
  '群众满意',
];
interface Item {
  key: string;
  row: number;
  unit: { code: string } | null;
  form?: object;
  errors: { cell: string; message: string }[];
  outcome?: string;
  id?: string;
  problem?: { code: string; detail: string; errors: { path: string }[] };
}
const itemsOf = ({ body }: Reply): Item[] => body['items'] as Item[];

describe('many targets in one file', () => {
  let api: RunningApi;
  let clerk: Visitor;
  beforeAll(async () => {
    api = await RunningApi.start();
    clerk = await api.as('clerk');
  });
  afterAll(() => api.stop());

  const send = (path: string, bytes: Uint8Array<ArrayBuffer>, who = clerk): Promise<Reply> =>
    who.upload(`/api/imports/${path}`, bytes);
  const drafts = async (): Promise<number> => {
    const head = encodeURIComponent((await api.parts.store.head())!);
    return (await clerk.get(`/api/targets?after=${head}`)).body['total'] as number;
  };

  it('shows every row with its errors by cell, and keeps nothing', async () => {
    const before = await api.parts.store.head();
    const bytes = workbook(
      row('1', HERE.unit, '河道保洁'),
      row('2', THERE.unit, '别人的'),
      row('3', '999', '没有的'),
      row('4', HERE.unit, '水库管护', '很多'),
    );
    const reply = await send('batch', bytes);
    expect(reply.status).toBe(200);
    expect(reply.body['sha256']).toBe(createHash('sha256').update(bytes).digest('hex'));
    expect(
      itemsOf(reply).map(({ row: at, unit, form, errors }) => [at, unit?.code, !!form, errors[0]?.cell]),
    ).toEqual([
      [2, HERE.unit, true, undefined],
      [3, undefined, false, 'B3'],
      [4, undefined, false, 'B4'],
      [5, HERE.unit, false, 'D5'],
    ]);
    expect(await api.parts.store.head()).toBe(before);
  });

  it('makes drafts of the rows chosen, and nothing twice, whoever of the unit sends the file again', async () => {
    const bytes = workbook(row('1', HERE.unit, '甲'), row('2', HERE.unit, '乙'), row('3', HERE.unit, '丙'));
    const before = await drafts();
    const first = await send('batch/drafts?campaignId=2027&rows=2,4', bytes);
    expect(itemsOf(first).map(({ outcome }) => outcome)).toEqual(['done', 'done']);
    expect(first.headers.get('x-position')).toBe(first.body['position']);
    const again = await send('batch/drafts?campaignId=2027&name=x', bytes);
    expect(itemsOf(again).map(({ outcome }) => outcome)).toEqual(['done', 'done', 'done']);
    expect(itemsOf(again)[0]?.id).toBe(itemsOf(first)[0]?.id);
    expect(await drafts()).toBe(before + 3);
  });

  it('reads a document of official forms the same way', async () => {
    const bytes = new Uint8Array(writeForm({ ...sampleForm(), unitName: '望川县河道管理站' }, 'xlsx'));
    const [item] = itemsOf(await send('batch', bytes));
    expect(item).toMatchObject({ row: 1, unit: { code: HERE.unit }, form: { kind: 'project' }, errors: [] });
  });

  it('turns what was imported into drafts, each with an outcome of its own', async () => {
    const file = fixture('disclosure-pair.docx');
    const imported = itemsOf(await clerk.upload('/api/imports', file));
    expect(imported).toHaveLength(2);
    const items = [
      ...imported.map(({ key, form }) => ({ key, unitCode: HERE.unit, form })),
      { unitCode: THERE.unit, form: imported[0]?.form },
      { unitCode: HERE.unit, form: { kind: 'project', funding: '10' } },
    ];
    const before = await drafts();
    const reply = await clerk.post('/api/imports/drafts', { campaignId: '2027', items });
    expect(itemsOf(reply).map(({ outcome, problem }) => problem?.code ?? outcome)).toEqual([
      'done',
      'done',
      'AccessDenied',
      'InvalidFields',
    ]);
    const changed = items.slice(0, 1).map((item) => ({ ...item, form: { ...item.form, name: '改了名' } }));
    const again = await clerk.post('/api/imports/drafts', { campaignId: '2027', items: changed });
    expect(itemsOf(again)[0]?.problem?.detail).toMatch(/已经导入过/);
    expect(await drafts()).toBe(before + 2);
  });

  it('says in a sentence what it cannot read', async () => {
    expect(await send('batch', new TextEncoder().encode('通知'))).toMatchObject({
      status: 422,
      body: { code: 'UnreadableDocument', reason: 'NoFormFound' },
    });
    const many = workbook(...Array.from({ length: 501 }, (_, at) => row(String(at), HERE.unit, '甲')));
    expect((await send('batch', many)).body).toMatchObject({ reason: 'TooManyTargets' });
    expect((await send('batch/drafts?campaignId=2027&rows=x', workbook())).body).toMatchObject({
      errors: [{ path: '/rows' }],
    });
    expect(await clerk.post('/api/imports/batch', {})).toMatchObject({ status: 422 });
  });
});
