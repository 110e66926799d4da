import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { RunningSystem } from '../end-to-end/running-system.ts';
import { sampleForm } from '../http/sample-form.ts';

const NAME = '欧阳寻迹';
const PHONE = '13712345678';

describe('依法删除个人信息', () => {
  let system: RunningSystem;
  beforeAll(async () => {
    system = await RunningSystem.start();
  });
  afterAll(async () => {
    await system.down();
    rmSync(system.folder, { recursive: true, force: true });
  });

  it('删除之前看得到，删除之后各表、日志、任务中都找不到，封存完好', async () => {
    const clerk = await system.as('clerk');
    const { body: campaigns } = await clerk.get('/api/campaigns');
    const open = (campaigns['items'] as { id: string; state: string }[]).find(
      ({ state }) => state === 'open',
    )!;
    const form = sampleForm({ contact: { name: NAME, phone: PHONE } });
    const drafted = await clerk.post('/api/targets', { campaignId: open.id, unitCode: '301001', form });
    const id = String(drafted.body.id);
    await clerk.put(
      `/api/targets/${id}/form`,
      { form: { ...form, name: '河道日常保洁（修订）' } },
      { 'if-match': '"0"' },
    );
    const list = `/api/targets?unit=301001&after=${String(drafted.body['position'])}`;
    expect((await clerk.get(list)).status).toBe(200);
    expect((await clerk.get(`/api/targets/${id}`)).body['form']).toMatchObject({
      contact: { name: NAME, phone: PHONE },
    });
    expect(await placesHolding(PHONE, system)).toEqual([]);

    const kept = await system.mubiao('person', 'erase', '--unit=301001', `--name=${NAME}`);
    expect([kept.code, kept.said]).toEqual([1, expect.stringContaining('--yes')]);
    const erased = await system.mubiao('person', 'erase', '--unit=301001', `--name=${NAME}`, '--yes');
    expect([erased.code, erased.out.trim()]).toEqual([0, '{"erased":1}']);

    expect((await clerk.get(`/api/targets/${id}`)).body['form']).toMatchObject({
      contact: { name: '〔已依法删除〕' },
    });
    expect((await clerk.get(`/api/targets/${id}/seal`)).body).toMatchObject({ intact: true, events: 2 });
    expect([...(await placesHolding(PHONE, system)), ...(await placesHolding(NAME, system))]).toEqual([]);
    const again = await system.mubiao('person', 'erase', '--unit=301001', `--name=${NAME}`, '--yes');
    expect([again.code, again.said]).toEqual([1, expect.stringContaining('没有')]);
  });
});

/** Every table of the database and every file of the data folder that is no database file. */
async function placesHolding(text: string, { dataFolder }: RunningSystem): Promise<string[]> {
  const { databaseUrl } = JSON.parse(readFileSync(join(dataFolder, 'run.json'), 'utf8')) as {
    databaseUrl: string;
  };
  const database = new pg.Client({ connectionString: databaseUrl });
  await database.connect();
  const found: string[] = [];
  const { rows } = await database.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
  );
  expect(rows.length).toBeGreaterThan(5);
  for (const { name } of rows) {
    const held = await database.query(`SELECT 1 FROM ${name} t WHERE strpos(t::text, $1) > 0 LIMIT 1`, [
      text,
    ]);
    if (held.rows.length > 0) found.push(name);
  }
  await database.end();
  const logs = join(dataFolder, 'logs');
  for (const file of readdirSync(logs))
    if (readFileSync(join(logs, file), 'utf8').includes(text)) found.push(file);
  return found;
}
