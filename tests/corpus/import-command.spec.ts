import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const fromSource = ['--import', join(root, 'tests/support/typescript.mjs'), '--conditions=mubiao'];
const MAIN = `import { main } from './apps/cli/main.ts'; process.exitCode = await main(process.argv.slice(1));`;

interface Answer {
  code: number | null;
  lines: { file: string; form?: { name?: string; fiscalYear?: number }; error?: { code: string } }[];
  said: string;
}

/** Runs `mubiao import` with these arguments, from source. */
function runImport(...args: string[]): Promise<Answer> {
  const child = spawn(
    process.execPath,
    [...fromSource, '--input-type=module', '--eval', MAIN, '--', 'import', ...args],
    { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let printed = '';
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString('utf8')));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
  const linesOf = (text: string): Answer['lines'] =>
    text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Answer['lines'][number]);
  return new Promise((resolve) =>
    child.on('close', (code) => resolve({ code, lines: linesOf(printed), said })),
  );
}

describe('mubiao import', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mubiao-import-'));
  const fileOf = (name: string, text: string): string => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  const one = fileOf('one.txt', '项目名称\t河道清淤\n绩效目标\t水质达标\n');
  const two = fileOf('two.txt', '项目名称\t甲\n绩效目标\t乙\n项目名称\t丙\n绩效目标\t丁\n');
  const none = fileOf('none.txt', '关于预算公开的说明\n');
  afterAll(() => rmSync(folder, { recursive: true }));

  it('prints a line a form in input order, and the year asked for', async () => {
    const { code, lines } = await runImport('--year=2024', two, one);
    expect(lines.map(({ file, form }) => [file, form?.name, form?.fiscalYear])).toEqual([
      [two, '甲', 2024],
      [two, '丙', 2024],
      [one, '河道清淤', 2024],
    ]);
    expect(code).toBe(0);
  });

  it('says which file could not be read, reads the others, and ends with 1', async () => {
    const missing = join(folder, 'missing.txt');
    const { code, lines, said } = await runImport(missing, none, one);
    expect(lines.map(({ error, form }) => error?.code ?? form?.name)).toEqual([
      'ENOENT',
      'NoFormFound',
      '河道清淤',
    ]);
    expect(said).toContain(`${missing}：文件不存在`);
    expect(code).toBe(1);
  });

  it.each([[[]], [['--year=24', one]], [['--wrong', one]]])(
    'ends with 2 for wrong usage: %j',
    async (args) => {
      const { code, lines } = await runImport(...args);
      expect({ code, lines }).toEqual({ code: 2, lines: [] });
    },
  );
});
