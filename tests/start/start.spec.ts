import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { isLiveProgram } from '#platform/embedded-postgres';

import { freshDatabase } from '../support/database.ts';
import { clear, eventually, freshPlace, postmasterOf, StartedSystem } from './system.ts';

const STARTED = '系统已启动';

describe('mubiao start', () => {
  let place: Awaited<ReturnType<typeof freshPlace>>;

  beforeEach(async () => {
    place = await freshPlace();
  });
  afterEach(() => clear(place));

  const start = async (): Promise<StartedSystem> => {
    const system = new StartedSystem(place.dataFolder, place.port);
    await system.until(STARTED);
    return system;
  };

  it('runs everything, says where, and finds its data the next time', async () => {
    const first = await start();
    expect(first.said).toContain(`http://localhost:${place.port}`);
    expect(await first.call('PUT')).toMatchObject({ notes: 1 });
    expect(await first.stop()).toBe(0);

    const second = await start();
    expect(await second.call('GET')).toMatchObject({ notes: 1 });
    expect(await second.stop()).toBe(0);
  });

  it('tells the other commands where it is, and only its owner', async () => {
    const system = await start();
    const file = join(place.dataFolder, 'run.json');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
      url: `http://localhost:${place.port}`,
      databaseUrl: expect.stringMatching(/^postgresql:\/\/mubiao:.+@127\.0\.0\.1:\d+\/mubiao$/) as string,
    });
    await system.stop();
    expect(existsSync(file)).toBe(false);
  });

  it('stops cleanly on Ctrl-C, which a terminal sends to all and npm passes on a second time', async () => {
    const system = await start();
    const postmaster = postmasterOf(place.dataFolder);
    system.signalGroup('SIGINT');
    system.signal('SIGINT');
    expect(await system.exitCode).toBe(0);
    expect(system.said).toContain('已停止');
    expect(isLiveProgram(postmaster, 'postgres')).toBe(false);
    expect(await system.call('GET')).toBeNull();
    expect(existsSync(join(place.dataFolder, 'lock'))).toBe(false);
  });

  it('uses the PostgreSQL of DATABASE_URL in place of its own', async () => {
    const { url, drop } = await freshDatabase();
    const system = new StartedSystem(place.dataFolder, place.port, { DATABASE_URL: url });
    await system.until(STARTED);
    expect(await system.call('PUT')).toMatchObject({ notes: 1 });
    expect(existsSync(join(place.dataFolder, 'postgresql'))).toBe(false);
    expect(await system.stop()).toBe(0);
    await drop();
  });

  it('stops cleanly while it is still starting', async () => {
    const system = new StartedSystem(place.dataFolder, place.port);
    await eventually(() => existsSync(join(place.dataFolder, 'lock')));
    expect(await system.stop()).toBe(0);
    expect(system.said).not.toContain(STARTED);
    expect(existsSync(join(place.dataFolder, 'postgresql/postmaster.pid'))).toBe(false);
  });

  it('survives kill -9: the programs end by themselves and the next start adopts the database', async () => {
    const killed = await start();
    await killed.call('PUT');
    const postmaster = postmasterOf(place.dataFolder);
    killed.signal('SIGKILL');
    await killed.exitCode;

    const next = await start();
    expect(next.said).toContain('接管了上次遗留运行的 PostgreSQL');
    expect(postmasterOf(place.dataFolder)).toBe(postmaster);
    expect(await next.call('GET')).toMatchObject({ notes: 1 });
    expect(await next.stop()).toBe(0);
  });

  it('survives kill -9 while the database is being made', async () => {
    const killed = new StartedSystem(place.dataFolder, place.port);
    const drafts = (): string[] =>
      existsSync(place.dataFolder)
        ? readdirSync(place.dataFolder).filter((name) => name.includes('.initialising'))
        : [];
    await eventually(() => drafts().length > 0);
    killed.signal('SIGKILL');
    await killed.exitCode;

    const next = await start();
    expect(await next.call('PUT')).toMatchObject({ notes: 1 });
    expect(await next.stop()).toBe(0);
  });

  it('starts a program that crashed again', async () => {
    const system = await start();
    const before = await system.call('GET');
    await system.call('DELETE');
    await system.until('api 已恢复运行');
    expect(system.said).toContain('api 意外结束');
    expect((await system.call('GET'))!.pid).not.toBe(before!.pid);
    expect(await system.stop()).toBe(0);
  });

  it('starts PostgreSQL again where it was, with all that was acknowledged', async () => {
    const system = await start();
    await system.call('PUT');
    process.kill(postmasterOf(place.dataFolder), 'SIGKILL');
    await system.until('PostgreSQL 意外结束，已重新启动');
    await eventually(async () => (await system.call('GET')) !== null);
    expect(await system.call('GET')).toMatchObject({ notes: 1 });
    expect(await system.stop()).toBe(0);
  });
});
