import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const here = import.meta.dirname;
const files = readdirSync(here).filter((name) => name.endsWith('.ts'));
const textOf = (names: readonly string[]): string =>
  names.map((name) => readFileSync(join(here, name), 'utf8')).join('\n');
const specs = textOf(files.filter((name) => name.endsWith('.spec.ts')));
const sources = textOf(files.filter((name) => !name.endsWith('.spec.ts')));
const codes = [...readFileSync(join(here, '../refusal.ts'), 'utf8').matchAll(/^ {2}\| '(\w+)'/gm)].map(
  ([, code]) => code!,
);
const used = codes.filter((code) => sources.includes(`'${code}'`));

describe('不予受理的理由', () => {
  it('目标的规则用到的每一种，都有历史证明确会发生', () => {
    expect(used.length).toBeGreaterThan(30);
    expect(used.filter((code) => !specs.includes(`thenRefused('${code}'`))).toEqual([]);
  });
});
