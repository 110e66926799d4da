import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { join } from 'node:path';
import { auditedCounty, type AuditedCounty } from './audited-county.ts';

const root = join(import.meta.dirname, '../..');
const MAIN = `import { main } from './apps/cli/main.ts'; process.exitCode = await main(process.argv.slice(1));`;

describe('audit packages on the command line', () => {
  let county: AuditedCounty;
  let id: string;
  const at = (name: string): string => join(county.folder, name);

  /** Runs `mubiao` on the county's database, from source. */
  const mubiao = async (...args: string[]): Promise<{ code: number; out: string; said: string }> => {
    const source = ['--import', join(root, 'tests/support/typescript.mjs'), '--conditions=mubiao'];
    const child = spawn(process.execPath, [...source, '--input-type=module', '--eval', MAIN, '--', ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env['PATH'],
        DATABASE_URL: county.url,
        MUBIAO_DATA: at('data'),
        MUBIAO_SEAL_KEY: county.options.keyFile,
      },
    });
    const closed = new Promise<number>((resolve) => {
      child.on('close', resolve);
    });
    const [out, said, code] = await Promise.all([text(child.stdout), text(child.stderr), closed]);
    return { code, out, said };
  };

  beforeAll(async () => {
    county = await auditedCounty();
    id = await county.target('河道保洁');
    await county.log.caughtUp();
    await county.keeper.signAndDeliver();
    // So that the package is proved by a root that an earlier copy does not have.
    await county.target('水库除险');
    const { code } = await mubiao('audit', 'target', id, '--out', at('target.zip'));
    expect(code).toBe(0);
    await county.keeper.signAndDeliver();
  });
  afterAll(() => county.close());

  it('are written where they can be, else it is said in a sentence and nothing is left', async () => {
    const { code, said } = await mubiao('audit', 'target', id, '--out', at('nowhere/target.zip'));
    expect([code, said]).toEqual([1, `无法写入 ${at('nowhere/target.zip')}（ENOENT），请检查路径和权限。\n`]);
    expect(readdirSync(county.folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('are verified with a sentence on what that proves', async () => {
    const copy = readFileSync(county.options.outsideFile, 'utf8');
    writeFileSync(at('early.jsonl'), copy.split('\n').slice(0, 2).join('\n'));
    const sentences = [
      [[], '请用 --roots 与外部保存的签名根核对'],
      [['--roots', county.options.outsideFile], '与外部保存的签名根相符'],
      [['--roots', at('early.jsonl')], '外部副本比本包旧'],
    ] as const;
    for (const [options, sentence] of sentences) {
      const { code, said } = await mubiao('verify', at('target.zip'), ...options);
      expect([code, said]).toEqual([0, expect.stringContaining(sentence)]);
    }
  });

  it('are not what the copy outside says, where that is of another history', async () => {
    const other = await auditedCounty();
    await other.target('另一段历史');
    await other.log.caughtUp();
    await other.keeper.signAndDeliver();
    const { code, said } = await mubiao('verify', at('target.zip'), '--roots', other.options.outsideFile);
    await other.close();
    expect([code, said]).toEqual([
      1,
      'seals 第 0 版（roots.jsonl）：与外部保存的签名根不一致，历史已被改写。\n',
    ]);
  });

  it('are not verified by a copy that cannot be read or proves nothing, and the copy is named', async () => {
    const missing = await mubiao('verify', at('target.zip'), '--roots', at('nothing.jsonl'));
    expect([missing.code, missing.said]).toEqual([1, `${at('nothing.jsonl')}：文件不存在，请检查路径。\n`]);
    const copy = readFileSync(county.options.outsideFile, 'utf8');
    const [key = ''] = copy.split('\n');
    const said: string[] = [];
    for (const text of [copy.replace(/"size":\d+/g, '"size":1'), '', `${key}\n`, '{"size":1}']) {
      writeFileSync(at('broken.jsonl'), text);
      said.push((await mubiao('verify', at('target.zip'), '--roots', at('broken.jsonl'))).said);
    }
    const sentence = '外部副本本身不成立（签名或前后关系不对），不能用来核对，请换一份。';
    expect([...new Set(said)]).toEqual([`${at('broken.jsonl')}：${sentence}\n`]);
  });

  it('that were cut short, and files that are none, are named as such', async () => {
    writeFileSync(at('cut.zip'), readFileSync(at('target.zip')).subarray(0, 5_000));
    const { code, said } = await mubiao('verify', at('cut.zip'));
    expect([code, said]).toEqual([
      1,
      `${at('cut.zip')}：压缩包与其签名不符：已被改动、没有复制完整，或者不是审计包。\n`,
    ]);
  });
});
