import { spawn } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const fromSource = ['--import', join(root, 'tests/support/typescript.mjs'), '--conditions=mubiao'];
const MAIN = `import { main } from './apps/cli/main.ts'; process.exitCode = await main(process.argv.slice(1));`;

interface Answer {
  readonly code: number | null;
  readonly lines: readonly Record<string, unknown>[];
  readonly said: string;
}

/** Runs `mubiao score` from source with these lines on its input. */
function runScore(input: string, ...args: string[]): Promise<Answer> {
  const child = spawn(
    process.execPath,
    [...fromSource, '--input-type=module', '--eval', MAIN, '--', 'score', ...args],
    { cwd: root, stdio: 'pipe' },
  );
  let printed = '';
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString('utf8')));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
  child.stdin.end(input);
  const lines = () => printed.split('\n').filter((line) => line !== '');
  return new Promise((resolve) =>
    child.on('close', (code) =>
      resolve({ code, said, lines: lines().map((line) => JSON.parse(line) as Record<string, unknown>) }),
    ),
  );
}

const row = {
  name: '培训人数',
  type: '≥',
  value: '200',
  unit: '人',
  rule: '每少50人扣1分',
  weightText: '5分',
};
const line = (id: string, actual: string): string => JSON.stringify({ id, row, actual });

describe('mubiao score', () => {
  it('prints a line a case in input order', async () => {
    const { code, lines } = await runScore(
      `${line('a', '150人')}\n\n${line('b', '180人')}\n${line('c', '')}\n`,
    );
    expect(lines).toMatchObject([
      { id: 'a', kind: 'score', score: '4.00' },
      { id: 'b', kind: 'manual' },
      { id: 'c', kind: 'invalid', why: '实际值为空，请填写实际完成值。' },
    ]);
    expect(lines[0]?.['steps']).toContain('每少 50人扣 1 分，扣 1 分，得 4.00 分。');
    expect(lines[1]?.['why']).toContain('不足一档');
    expect(code).toBe(0);
  });

  it('counts a part of a step as it is told', async () => {
    const { lines } = await runScore(line('b', '180人'), '--part-step=proportional');
    expect(lines).toMatchObject([{ id: 'b', score: '4.60' }]);
  });

  it('answers a bad line in its place, scores the others, and ends with 1', async () => {
    const { code, lines, said } = await runScore(`{"id":\n{"row":{}}\n${line('a', '200人')}\n`);
    expect(lines).toMatchObject([
      { line: 1, error: { code: 'NotJson' } },
      { line: 2, error: { code: 'NoActual' } },
      { id: 'a', score: '5.00' },
    ]);
    expect(said).toContain('第 1 行');
    expect(code).toBe(1);
  });

  it('refuses a policy that it does not know with 2', async () => {
    const { code, said } = await runScore('', '--part-step=half');
    expect([code, said]).toEqual([2, expect.stringContaining('--part-step')]);
  });
});
