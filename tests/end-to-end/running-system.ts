import { spawn, type ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Visitor } from '../http/visitor.ts';
import { freshPlace } from '../start/system.ts';

export const PASSWORD = 'spec-password-2027';
const root = dirname(createRequire(import.meta.url).resolve('#root'));

/** The whole product as `npm start` runs it, on a data folder and a port of its own. */
export class RunningSystem {
  private child: ChildProcess | undefined;
  said = '';

  private constructor(
    readonly folder: string,
    readonly dataFolder: string,
    readonly port: number,
    private readonly env: NodeJS.ProcessEnv,
  ) {}

  /** @param env instead of the demo's password */
  static async start(env: NodeJS.ProcessEnv = { MUBIAO_DEMO_PASSWORD: PASSWORD }): Promise<RunningSystem> {
    const system = await RunningSystem.placed(env);
    await system.up();
    return system;
  }

  /** Where one will run that does not run yet. */
  static async placed(env: NodeJS.ProcessEnv = { MUBIAO_DEMO_PASSWORD: PASSWORD }): Promise<RunningSystem> {
    const { folder, dataFolder, port } = await freshPlace();
    return new RunningSystem(folder, dataFolder, port, env);
  }

  get base(): string {
    return `http://localhost:${String(this.port)}`;
  }

  async up(): Promise<void> {
    this.said = '';
    const child = spawn(process.execPath, [join(root, 'apps/cli/mubiao.mjs'), 'start'], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: {
        PATH: process.env['PATH'],
        MUBIAO_DATA: this.dataFolder,
        PORT: String(this.port),
        ...this.env,
        EVENTSTOREDB_URL: process.env['EVENTSTOREDB_URL'] ?? '',
      },
    });
    this.child = child;
    await new Promise<void>((resolve, reject) => {
      child.stderr.on('data', (chunk: Buffer) => {
        this.said += chunk.toString('utf8');
        if (this.said.includes('系统已启动')) resolve();
      });
      child.on('close', (code) => reject(new Error(`It ended (${String(code)}): ${this.said}`)));
    });
  }

  /** @param signal SIGTERM stops it cleanly, SIGKILL as a power cut would */
  async down(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM'): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null) return;
    const gone = new Promise((resolve) => child.on('close', resolve));
    child.kill(signal);
    await gone;
  }

  /** Somebody who has signed in with a demo account. */
  async as(username: string): Promise<Visitor> {
    const visitor = new Visitor(this.base);
    const reply = await visitor.post('/api/session', { username, password: PASSWORD });
    if (reply.status !== 200) throw new Error(`${username} cannot sign in: ${JSON.stringify(reply.body)}`);
    return visitor;
  }

  /** The command line on this system's data. */
  async mubiao(...args: string[]): Promise<{ code: number | null; out: string; said: string }> {
    const child = spawn(process.execPath, [join(root, 'apps/cli/mubiao.mjs'), ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env['PATH'],
        MUBIAO_DATA: this.dataFolder,
        ...this.env,
        EVENTSTOREDB_URL: process.env['EVENTSTOREDB_URL'] ?? '',
      },
    });
    let out = '';
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString('utf8')));
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
    const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
    return { code, out, said };
  }
}
