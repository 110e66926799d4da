import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { isLeftOut } from '#platform/backup';
import { sampleForm } from '../http/sample-form.ts';
import { type Visitor } from '../http/visitor.ts';
import { RunningSystem } from './running-system.ts';

const UNIT = '301001';
const NAME = '欧阳寻迹';

describe('备份与恢复', () => {
  let system: RunningSystem;
  let restored: RunningSystem;
  let campaign: string;
  const at = (name: string): string => join(system.folder, name);
  const drafted: string[] = [];

  const draft = async (clerk: Visitor, name: string): Promise<string> => {
    const form = sampleForm({ name, contact: { name: NAME, phone: '13712345678' } });
    const { status, body } = await clerk.post('/api/targets', { campaignId: campaign, unitCode: UNIT, form });
    expect(status).toBe(201);
    drafted.push(String(body.id));
    return String(body['position']);
  };

  beforeAll(async () => {
    restored = await RunningSystem.placed();
    system = await RunningSystem.start();
    const clerk = await system.as('clerk');
    const { body } = await clerk.get('/api/campaigns');
    campaign = (body['items'] as { id: string; state: string }[]).find(({ state }) => state === 'open')!.id;
    await draft(clerk, '备份之前的项目');
    mkdirSync(join(system.dataFolder, 'attachments/ab'), { recursive: true });
    writeFileSync(join(system.dataFolder, 'attachments/ab/cd'), '附件');
    await system.mubiao('seals', 'sign');
  });
  afterAll(async () => {
    await restored.down();
    await system.down();
    for (const { folder } of [system, restored]) rmSync(folder, { recursive: true, force: true });
  });

  it('在不断有人办理时备份，前后一致，不含个人信息的明文和密钥', async () => {
    const clerk = await system.as('clerk');
    const done = new AbortController();
    const working = (async () => {
      // No more than one page of the list shows, however slow the machine is.
      for (let n = 0; n < 100 && !done.signal.aborted; n += 1)
        await draft(clerk, `备份期间的项目${String(n)}`);
    })();
    const made = await system.mubiao('backup', at('backup'), `--keys=${at('keys')}`);
    done.abort();
    await working;
    expect([made.code, made.said]).toEqual([0, expect.any(String)]);
    const verified = await system.mubiao('backup', 'verify', at('backup'));
    expect([verified.code, verified.said]).toEqual([0, '']);
    expect(JSON.parse(verified.out)).toMatchObject({
      intact: true,
      root: { size: expect.any(Number) as number },
    });
    expect(statSync(at('keys/person-keys.json')).mode & 0o777).toBe(0o600);
    const manifest = readFileSync(at('backup/manifest.json'), 'utf8');
    expect(manifest).not.toContain('person_keys');
    expect(existsSync(at('backup/signing/seal-signing.key'))).toBe(true);
  });

  it('每张表要么在备份里，要么有不备份的理由', async () => {
    const { databaseUrl } = JSON.parse(readFileSync(join(system.dataFolder, 'run.json'), 'utf8')) as {
      databaseUrl: string;
    };
    const database = new pg.Client({ connectionString: databaseUrl });
    await database.connect();
    const { rows } = await database.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname not in ('pg_catalog', 'information_schema') order by 1`,
    );
    await database.end();
    const manifest = JSON.parse(readFileSync(at('backup/manifest.json'), 'utf8').split('\n')[0]!) as {
      tables: { table: string }[];
    };
    const kept = manifest.tables.map(({ table }) => table);
    expect(rows.map(({ name }) => name).filter((name) => !isLeftOut(name))).toEqual(kept.toSorted());
    expect(kept).toEqual(expect.arrayContaining(['store.events', 'access.credential', 'access.sign_in']));
  });

  it('没有做完的、被改动的备份不被当作备份', async () => {
    const copy = at('copy');
    cpSync(at('backup'), copy, { recursive: true });
    const events = join(copy, 'tables/store.events.jsonl.gz');
    const bytes = readFileSync(events);
    bytes[Math.floor(bytes.length / 2)]! ^= 1;
    writeFileSync(events, bytes);
    const changed = await system.mubiao('backup', 'verify', copy);
    expect([changed.code, changed.said]).toEqual([1, expect.stringContaining('store.events.jsonl.gz')]);
    unlinkSync(join(copy, 'manifest.json'));
    const unfinished = await system.mubiao('restore', copy, '--without-keys');
    expect([unfinished.code, unfinished.said]).toEqual([1, expect.stringContaining('正在运行')]);
    const unverified = await system.mubiao('backup', 'verify', copy);
    expect([unverified.code, unverified.said]).toEqual([1, expect.stringContaining('没有做完')]);
    const twice = await system.mubiao('backup', at('backup'));
    expect([twice.code, twice.said]).toEqual([1, expect.stringContaining('不是空的')]);
    const together = await system.mubiao('backup', at('other'), `--keys=${at('other/keys')}`);
    expect([together.code, together.said]).toEqual([1, expect.stringContaining('分开存放')]);
  });

  it('恢复到空的系统：登录、列表、办理记录、封存、附件都在', async () => {
    const unsaid = await restored.mubiao('restore', at('backup'));
    expect([unsaid.code, unsaid.said]).toEqual([2, expect.stringContaining('--without-keys')]);
    const done = await restored.mubiao('restore', at('backup'), `--keys=${at('keys')}`);
    expect([done.code, done.said]).toEqual([0, expect.stringContaining('已恢复')]);
    const again = await restored.mubiao('restore', at('backup'), `--keys=${at('keys')}`);
    expect([again.code, again.said]).toEqual([1, expect.stringContaining('已有数据')]);
    await restored.up();
    const [there, here] = [await system.as('auditor'), await restored.as('auditor')];
    const { items } = (await here.get(`/api/targets?unit=${UNIT}&limit=200`)).body as { items: Item[] };
    const ids = new Set(items.map(({ id }) => id));
    expect(drafted.slice(0, 2).every((id) => ids.has(id))).toBe(true);
    const before = (await there.get(`/api/targets?unit=${UNIT}&limit=200`)).body as { items: Item[] };
    expect(items).toEqual(before.items.filter(({ id }) => ids.has(id)));
    for (const { id } of items) {
      const paths = [`/api/targets/${id}/history`, `/api/targets/${id}/seal`];
      for (const path of paths) {
        const [old, now] = [(await there.get(path)).body, (await here.get(path)).body];
        expect({ ...now, anchored: null }).toEqual({ ...old, anchored: null });
      }
    }
    const clerk = await restored.as('clerk');
    const { body } = await clerk.get(`/api/targets/${drafted[0]!}`);
    expect(body['form']).toMatchObject({ contact: { name: NAME, phone: '13712345678' } });
    expect(readFileSync(join(restored.dataFolder, 'attachments/ab/cd'), 'utf8')).toBe('附件');
  });

  it('恢复之后照常办理，签名接着原来的日志', async () => {
    const clerk = await restored.as('clerk');
    await draft(clerk, '恢复之后的项目');
    const signed = await restored.mubiao('seals', 'sign');
    expect([signed.code, signed.said]).toEqual([0, '']);
    const outside = readFileSync(join(system.dataFolder, 'roots.jsonl'), 'utf8').split('\n');
    const now = readFileSync(join(restored.dataFolder, 'roots.jsonl'), 'utf8').split('\n');
    expect(now.slice(0, 2)).toEqual(outside.slice(0, 2));
    const checked = await restored.mubiao('seals', 'check', join(restored.dataFolder, 'roots.jsonl'));
    expect([checked.code, JSON.parse(checked.out)]).toEqual([0, expect.objectContaining({ intact: true })]);
  });

  it('没有密钥也能恢复，姓名和电话显示为〔已依法删除〕', async () => {
    await restored.down();
    rmSync(restored.folder, { recursive: true, force: true });
    restored = await RunningSystem.placed();
    const done = await restored.mubiao('restore', at('backup'), '--without-keys');
    expect([done.code, done.said]).toEqual([0, expect.stringContaining('已恢复')]);
    await restored.up();
    const { body } = await (await restored.as('clerk')).get(`/api/targets/${drafted[0]!}`);
    expect(body['form']).toMatchObject({ contact: { name: '〔已依法删除〕' } });
  });
});

interface Item {
  id: string;
}
