import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const TYPES = 'apps/web/api/schema.d.ts';

const said = (program: string, args: readonly string[], input = ''): string =>
  execFileSync(process.execPath, [join(ROOT, 'node_modules', program), ...args], {
    cwd: ROOT,
    input,
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'ignore'],
  });

describe('the types that the pages know the interface by', () => {
  it('are those of the committed description (npm run web:types writes them anew)', () => {
    const generated = said('openapi-typescript/bin/cli.js', ['apps/api/openapi.json']);
    const formatted = said('prettier/bin/prettier.cjs', ['--stdin-filepath', TYPES], generated);
    expect(readFileSync(join(ROOT, TYPES), 'utf8')).toBe(formatted);
  });
});
