import { fork, spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { systemClock } from '#application';
import { enqueue, migrateAudit, progressOf, recordPackageFact } from '#audit';
import { openReadModels } from '#read-models';
import { formNamed, projectedCounty, targetThat, type ProjectedCounty } from './county.ts';

const root = join(import.meta.dirname, '../..');
const RUN = ['--import', join(root, 'tests/support/typescript.mjs'), '--conditions=mubiao'];
const WORKER = join(root, 'apps/worker/main.ts');

let county: ProjectedCounty;
let dataFolder: string;
const children: ChildProcess[] = [];
beforeAll(async () => {
  county = await projectedCounty();
  dataFolder = mkdtempSync(join(tmpdir(), 'mubiao-worker-'));
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});
afterAll(async () => {
  rmSync(dataFolder, { recursive: true, force: true });
  await county.close();
});

function worker(variables: NodeJS.ProcessEnv): ChildProcess {
  const env = {
    PATH: process.env['PATH'],
    LOG_LEVEL: 'silent',
    MUBIAO_DATA: dataFolder,
    ...variables,
  };
  const child = fork(WORKER, { execArgv: RUN, env, silent: true });
  children.push(child);
  return child;
}

/** What the child tells first. @throws Error where it is gone before it has told anything */
async function messageFrom(child: ChildProcess): Promise<unknown> {
  const gone = once(child, 'exit').then(() => {
    throw new Error('The worker ended without a message.');
  });
  const [message] = (await Promise.race([once(child, 'message'), gone])) as unknown[];
  return message;
}

async function codeOf(child: ChildProcess): Promise<number | null> {
  const [code] = (await once(child, 'exit')) as [number | null];
  return code;
}

describe('the worker process', () => {
  it('makes a package that was ordered before any worker had run', async () => {
    const { id: target } = await targetThat(county, formNamed('水闸检修'), 'present');
    const pool = new pg.Pool({ connectionString: county.url, max: 1 });
    const recording = {
      store: county.store,
      clock: systemClock,
      jurisdiction: '990100',
      timeOffset: '+08:00',
    };
    const id = randomUUID();
    const actor = { user: 'auditor', name: '', post: '', organisation: '' };
    await migrateAudit(pool);
    await recordPackageFact(recording, id, {
      fact: { type: 'AuditPackageRequested', scope: { target } },
      actor,
    });
    await enqueue(pool, id);
    worker({ DATABASE_URL: county.url });
    let made = await progressOf(pool, id);
    while (made?.state === 'waiting' || made?.state === 'running') made = await progressOf(pool, id);
    await pool.end();
    expect(made).toMatchObject({ state: 'ready', failure: null });
  });

  it('says when it is ready, keeps the views up, and ends when asked to', async () => {
    const child = worker({ DATABASE_URL: county.url });
    expect(await messageFrom(child)).toEqual({ type: 'ready' });
    const { position } = await targetThat(county, formNamed('河道保洁'), 'present');
    const views = await openReadModels({ databaseUrl: county.url, store: county.store });
    const reached = await views.waitFor('tasks', position);
    await views.close();
    expect(reached.stale).toBe(false);
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

  it('ends in order where its parent is gone before it has started', async () => {
    const child = worker({ DATABASE_URL: county.url });
    const ended = codeOf(child);
    child.disconnect();
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
