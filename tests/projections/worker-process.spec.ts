import { fork, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { openReadModels } from '#read-models';
import { formNamed, projectedCounty, targetThat, type ProjectedCounty } from './county.ts';

const root = join(import.meta.dirname, '../..');
const RUN = ['--import', join(root, 'tests/support/typescript.mjs'), '--conditions=mubiao'];
const WORKER = join(root, 'apps/worker/main.ts');

let county: ProjectedCounty;
beforeAll(async () => {
  county = await projectedCounty();
});
afterAll(() => county.close());

const worker = (env: NodeJS.ProcessEnv): ChildProcess =>
  fork(WORKER, {
    execArgv: RUN,
    env: { PATH: process.env['PATH'], LOG_LEVEL: 'silent', ...env },
    silent: true,
  });

async function messageFrom(child: ChildProcess): Promise<unknown> {
  const [message] = (await once(child, 'message')) as unknown[];
  return message;
}

async function codeOf(child: ChildProcess): Promise<number | null> {
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
}

describe('the worker process', () => {
  it('says when it is ready, keeps the views up, and ends when asked to', async () => {
    const child = worker({ DATABASE_URL: county.url });
    expect(await messageFrom(child)).toEqual({ type: 'ready' });
    const { position } = await targetThat(county, formNamed('河道保洁'), 'present');
    const views = await openReadModels({ databaseUrl: county.url, store: county.store });
    expect(await views.waitFor('tasks', position)).toEqual({ position, stale: false });
    await views.close();
    const ended = codeOf(child);
    child.send({ type: 'stop' });
    expect(await ended).toBe(0);
  });

  it.each(['disconnect', 'SIGTERM'] as const)('ends by itself on %s', async (how) => {
    const child = worker({ DATABASE_URL: county.url });
    await messageFrom(child);
    const ended = codeOf(child);
    if (how === 'disconnect') child.disconnect();
    else child.kill(how);
    expect(await ended).toBe(0);
  });

  it('says in a sentence why it cannot start', async () => {
    const child = worker({});
    const ended = codeOf(child);
    const message = await messageFrom(child);
    expect(message).toEqual({
      type: 'failed',
      message: expect.stringMatching(/DATABASE_URL.*。$/) as string,
    });
    expect(await ended).toBe(1);
  });
});

describe('mubiao rebuild', () => {
  const cli = async (...args: string[]): Promise<{ code: number; out: string; said: string }> => {
    const program = `import { main } from '${join(root, 'apps/cli/main.ts')}'; process.exitCode = await main(${JSON.stringify(args)});`;
    const child = spawn(process.execPath, [...RUN, '--input-type=module', '-e', program], {
      env: { PATH: process.env['PATH'], DATABASE_URL: county.url },
    });
    const text = { out: '', said: '' };
    child.stdout.on('data', (chunk: Buffer) => (text.out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (text.said += chunk.toString()));
    const [code] = (await once(child, 'close')) as [number];
    return { code, ...text };
  };

  it('rebuilds by name, one line of JSON for each', async () => {
    const { code, out } = await cli('rebuild', 'campaign-progress');
    expect(JSON.parse(out)).toMatchObject({
      projection: 'target-list',
      events: expect.any(Number) as number,
    });
    expect(code).toBe(0);
  });

  it('names what there is where the name is wrong', async () => {
    const { code, out, said } = await cli('rebuild', 'nothing');
    expect([code, out]).toEqual([2, '']);
    expect(said).toContain('没有名为“nothing”的读模型');
    expect(said).toContain('target-list');
  });
});
