import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { openEmbeddedPostgres } from '#platform/embedded-postgres';

import { clear, freshPlace, StartedSystem } from './system.ts';

const isRoot = process.getuid?.() === 0;
const asRoot = isRoot ? it : it.skip;
const whereMountable = isRoot && canMount() ? it : it.skip;

const mountSmall = (folder: string): Buffer =>
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', folder], { stdio: 'ignore' });

/** Containers usually may not. */
function canMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'mubiao-mount-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', 'tmpfs', folder], { stdio: 'ignore' });
    execFileSync('umount', [folder]);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One sentence, no stack trace. */
const SENTENCE = /^[^\n]+。\n$/;

describe('mubiao start refuses', () => {
  let place: Awaited<ReturnType<typeof freshPlace>>;

  beforeEach(async () => {
    place = await freshPlace();
  });
  afterEach(() => clear(place));

  const refusal = async (env: NodeJS.ProcessEnv = {}, dataFolder = place.dataFolder): Promise<string> => {
    const system = new StartedSystem(dataFolder, place.port, env);
    expect(await system.exitCode).toBe(1);
    return system.said;
  };

  it('a port in use, before anything is started', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    const said = await refusal({ PORT: String(port) });
    other.close();
    expect(said).toMatch(SENTENCE);
    expect(said).toContain(`端口 ${port} 已被其他程序占用`);
    expect(existsSync(join(place.dataFolder, 'postgresql'))).toBe(false);
  });

  it('a data folder whose system is running, and says where', async () => {
    const first = new StartedSystem(place.dataFolder, place.port);
    await first.until('系统已启动');
    const said = await refusal();
    expect(said).toMatch(SENTENCE);
    expect(said).toContain(`系统已在运行：http://localhost:${place.port}`);
    expect(await first.stop()).toBe(0);
  });

  it('a data folder that another process holds, even where no system answers', async () => {
    const holder = await openEmbeddedPostgres({ dataFolder: place.dataFolder, log: () => undefined });
    const said = await refusal();
    await holder.stop();
    expect(said).toMatch(SENTENCE);
    expect(said).toContain(`正被另一个进程（进程号 ${process.pid}）使用`);
  });

  it('broken variables, each by name', async () => {
    const said = await refusal({ PORT: 'http', LOG_LEVEL: 'loud' });
    expect(said.trim().split('\n')).toEqual([
      expect.stringMatching(/^环境变量 PORT .*。$/),
      expect.stringMatching(/^环境变量 LOG_LEVEL .*。$/),
    ]);
  });

  it('a database that does not answer', async () => {
    const said = await refusal({ DATABASE_URL: `postgresql://nobody@127.0.0.1:${place.port}/none` });
    expect(said).toMatch(SENTENCE);
    expect(said).toContain('无法连接 DATABASE_URL');
  });

  it('a data folder that is a file', async () => {
    const file = join(place.folder, 'file');
    writeFileSync(file, '');
    const said = await refusal({}, file);
    expect(said).toMatch(SENTENCE);
    expect(said).toContain('不是可用的文件夹');
  });

  it('a program that says why it cannot run, and leaves nothing running', async () => {
    const said = await refusal({ FIXTURE_FAILS: '队列连接不上。' });
    expect(said).toMatch(/^队列连接不上。\n$/);
    expect(existsSync(join(place.dataFolder, 'postgresql/postmaster.pid'))).toBe(false);
  });

  it('a program that just ends', async () => {
    const said = await refusal({ FIXTURE_EXITS: 'yes' });
    expect(said).toContain('worker 意外结束（3）');
  });

  whereMountable('a disk that is full', async () => {
    mkdirSync(place.dataFolder);
    mountSmall(place.dataFolder);
    const said = await refusal();
    execFileSync('umount', [place.dataFolder]);
    expect(said).toMatch(SENTENCE);
    expect(said).toContain('磁盘已满');
  });

  asRoot('a database that its account can no longer reach', async () => {
    const system = new StartedSystem(place.dataFolder, place.port);
    await system.until('系统已启动');
    await system.stop();
    chmodSync(place.folder, 0o700);
    const said = await refusal();
    chmodSync(place.folder, 0o711);
    expect(said).toMatch(SENTENCE);
    expect(said).toContain('无法进入数据目录');
  });

  asRoot('nothing where the folders above are closed, but says where the data are', async () => {
    chmodSync(place.folder, 0o700);
    const system = new StartedSystem(place.dataFolder, place.port);
    await system.until('系统已启动');
    const [, elsewhere = ''] =
      /数据库的数据存放在 (\/var\/lib\/mubiao\/[0-9a-f]{16})。/.exec(system.said) ?? [];
    await system.call('PUT');
    await system.stop();
    const again = new StartedSystem(place.dataFolder, place.port);
    await again.until('系统已启动');
    expect(await again.call('GET')).toMatchObject({ notes: 1 });
    await again.stop();
    expect(elsewhere).not.toBe('');
    rmSync(elsewhere, { recursive: true });
  });
});
