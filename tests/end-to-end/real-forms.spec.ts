import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { rmSync } from 'node:fs';
import { Journey, PHRASE, type People, type Reading } from './journey.ts';
import { RunningSystem } from './running-system.ts';

const root = dirname(createRequire(import.meta.url).resolve('#root'));
const FOLDER = join(root, '../shared/corpus/declarations');
const files = existsSync(FOLDER) ? readdirSync(FOLDER).filter((name) => name.endsWith('.txt')) : [];
const UNIT = '301001';

(files.length === 0 ? describe.skip : describe)('真实申报表从草稿到评价完成（skipped: no corpus）', () => {
  let system: RunningSystem;
  let people: People;
  let campaignId: string;
  const journeys: { file: string; journey: Journey; made: string[]; end: Reading }[] = [];

  beforeAll(async () => {
    system = await RunningSystem.start();
    people = await signIn(system);
    const { body } = await people.clerk.get('/api/campaigns');
    const items = body['items'] as { id: string; state: string }[];
    campaignId = items.find(({ state }) => state === 'open')?.id ?? '';
  });
  afterAll(async () => {
    await system.down();
    rmSync(system.folder, { recursive: true, force: true });
  });

  it.each(files)('%s：导入、送审、退回、修改、逐级同意、批复、公开、自评、复核', async (file) => {
    const imported = await system.mubiao('import', join(FOLDER, file), '--year=2023');
    expect(imported.code).toBe(0);
    const forms = imported.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { form: object });
    expect(forms).toHaveLength(1);
    const journey = new Journey(people);
    await journey.draft(campaignId, UNIT, forms[0]!.form);
    await journey.do('clerk', 'presentation', {});
    const made = await journey.submitOnceClean();
    await reviewed(journey);
    const end = await finished(journey);
    journeys.push({ file, journey, made, end });
  });

  it('带有错误的表先被拒绝，改正后才送审', () => {
    const bad = journeys.filter(({ made }) => made.length > 0);
    expect(bad.length).toBeGreaterThan(0);
    for (const { made, end } of bad) {
      expect(made).not.toEqual([]);
      expect(end.state).toBe('evaluated');
    }
  });

  it('断电重启、重建读模型之后，状态、封存和列表都与先前一样', async () => {
    const last = journeys.at(-1)!.journey.position;
    const before = await lists(people, last);
    await system.down('SIGKILL');
    await system.up();
    people = await signIn(system);
    expect(await lists(people, last)).toEqual(before);
    for (const { journey, end } of journeys) {
      const { body } = await people.auditor.get(`/api/targets/${journey.id}`);
      expect({ ...body, allowed: [], time: '' }).toEqual({ ...end, allowed: [], time: '' });
      const seal = await people.auditor.get(`/api/targets/${journey.id}/seal`);
      expect(seal.body).toMatchObject({ intact: true, events: end.revision + 1 });
      await replays(journey, people);
    }
    const rebuilt = await system.mubiao('rebuild', 'target-list');
    expect([rebuilt.code, rebuilt.said]).toEqual([0, expect.any(String)]);
    expect(await lists(people, last)).toEqual(before);
  });
});

async function signIn(system: RunningSystem): Promise<People> {
  const names = ['clerk', 'head', 'department', 'section', 'performance', 'leader', 'auditor'] as const;
  const visitors = await Promise.all(names.map(async (name) => [name, await system.as(name)] as const));
  return Object.fromEntries(visitors) as unknown as People;
}

const agree = { decision: 'approve', comment: '同意' };

/** The business section returns it once with two annotations; then all stages agree, the last in the usual words. */
async function reviewed(journey: Journey): Promise<void> {
  const { form } = await journey.read();
  const [row] = form.indicators ?? [];
  const isOverall = form.kind === 'overall';
  if (!isOverall) await journey.do('department', 'opinions', agree);
  await journey.do('section', 'opinions', {
    decision: 'return',
    comment: '指标值不够明确，请修改。',
    annotations: [
      { path: `/indicators/${row!.id}/value`, comment: '请写明可衡量的数值。' },
      { path: '/remarks', comment: '请说明上年完成情况。' },
    ],
  });
  await journey.revise({ ...form, remarks: '上年目标已全部完成，本年按计划推进。' });
  await journey.do('clerk', 'presentation', {});
  await journey.do('head', 'submission', {});
  if (!isOverall) await journey.do('department', 'opinions', agree);
  await journey.do('section', 'opinions', { ...agree, grade: '优' });
  await journey.do('performance', 'opinions', { decision: 'approve', comment: PHRASE });
}

async function finished(journey: Journey): Promise<Reading> {
  await journey.do('leader', 'grant', {
    documentNumber: '望财绩〔2027〕1号',
    date: '2027-01-20',
    amount: '10',
  });
  await journey.do('head', 'disclosure', { date: '2027-02-01', url: 'https://wangchuan.example/1' });
  await journey.selfEvaluate();
  await journey.do('performance', 'evaluation', { decision: 'confirm', comment: '同意自评结果。' });
  const end = await journey.read();
  expect([end.state, end.evaluation?.grade]).toEqual(['evaluated', '优']);
  expect(Number(end.evaluation?.total)).toBeLessThanOrEqual(100);
  return end;
}

/** The form at every revision is the one that the history says it became. */
async function replays(journey: Journey, people: People): Promise<void> {
  const { body } = await people.auditor.get(`/api/targets/${journey.id}/history`);
  const items = body['items'] as { revision: number; type: string; comment?: string; changes: unknown[] }[];
  expect(items.filter(({ type }) => type === 'OpinionGiven').map(({ comment }) => comment)).toContain(PHRASE);
  const drafted = await people.auditor.get(`/api/targets/${journey.id}/at?revision=0`);
  expect(drafted.body).toMatchObject({ state: 'draft', revision: 0 });
  const revision = items.find(({ type }) => type === 'FormRevised')!.revision;
  const diff = await people.auditor.get(
    `/api/targets/${journey.id}/diff?from=${String(revision - 1)}&to=${String(revision)}`,
  );
  expect(diff.body['changes']).toEqual(items[revision]!.changes);
}

/** What the read models say, as of the last change of the journeys. */
async function lists(people: People, after: string): Promise<unknown> {
  const paths = [
    `/api/targets?unit=${UNIT}&limit=200&after=${after}`,
    `/api/tasks?box=todo&limit=200&after=${after}`,
    `/api/departments/301/overview?after=${after}`,
  ];
  const replies = await Promise.all(paths.map((path) => people.performance.get(path)));
  expect(replies.map(({ status, headers }) => [status, headers.get('x-stale')])).toEqual(
    paths.map(() => [200, null]),
  );
  return replies.map(({ body }) => body);
}
