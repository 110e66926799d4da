import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { buffer, text } from 'node:stream/consumers';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importDocument, writeTemplate } from '#documents';

const root = join(import.meta.dirname, '../..');
const MAIN = `import { main } from './apps/cli/main.ts'; process.exitCode = await main(process.argv.slice(1));`;

/** Runs `mubiao fill` on a file with this on its standard input, from source. */
async function runFill(file: string, input: string): Promise<{ code: number; out: Buffer; said: string }> {
  const source = ['--import', join(root, 'tests/support/typescript.mjs'), '--conditions=mubiao'];
  const args = [...source, '--input-type=module', '--eval', MAIN, '--', 'fill', file];
  const child = spawn(process.execPath, args, { cwd: root, stdio: 'pipe' });
  child.stdin.end(input);
  const closed = new Promise<number>((resolve) => {
    child.on('close', resolve);
  });
  const [out, said, code] = await Promise.all([buffer(child.stdout), text(child.stderr), closed]);
  return { code, out, said };
}

describe('mubiao fill', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mubiao-fill-'));
  const template = join(folder, 'template.docx');
  writeFileSync(template, writeTemplate('project', 'docx'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('prints the same file with the values in it', async () => {
    const form = { kind: 'project', name: '河道清淤', goals: [{ id: 'g1', text: '水质达标' }] };
    const { code, out } = await runFill(template, JSON.stringify(form));
    expect(importDocument({ name: 'a', bytes: out }).map((one) => one.form)).toEqual([form]);
    expect(code).toBe(0);
  });

  it('says why it cannot, prints nothing, and ends with 1', async () => {
    const { code, out, said } = await runFill(template, JSON.stringify({ kind: 'overall' }));
    expect(said).toContain('不能原样填写');
    expect([code, out.length]).toEqual([1, 0]);
  });

  it.each([
    ['no JSON', '{', '不是合法的 JSON'],
    ['two forms', '[{"kind":"project"},{"kind":"project"}]', '一次请只给一张'],
  ])('refuses %s by a sentence', async (_, input, sentence) => {
    const { code, said } = await runFill(template, input);
    expect(said).toContain(sentence);
    expect(said).not.toContain('    at ');
    expect(code).toBe(1);
  });
});
