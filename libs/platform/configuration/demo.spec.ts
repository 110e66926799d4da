import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEMO_ACCOUNTS, demoNoteIn, openAccountsOf } from './index.ts';

describe('the accounts that one click signs in to', () => {
  let dataFolder = '';
  beforeEach(() => (dataFolder = mkdtempSync(join(tmpdir(), 'mubiao-demo-spec-'))));
  afterEach(() => rmSync(dataFolder, { recursive: true }));
  const note = (complete: boolean): void =>
    writeFileSync(demoNoteIn(dataFolder), JSON.stringify({ now: 0, complete }));

  it('are none where nobody set up the demo, or not to its end', () => {
    expect(openAccountsOf({ production: false, dataFolder })).toEqual([]);
    note(false);
    expect(openAccountsOf({ production: false, dataFolder })).toEqual([]);
  });

  it('are those of the demo where it is', () => {
    note(true);
    expect(openAccountsOf({ production: false, dataFolder })).toEqual(DEMO_ACCOUNTS);
  });

  it('are none with NODE_ENV=production, even over a folder that once was a demo', () => {
    note(true);
    expect(openAccountsOf({ production: true, dataFolder })).toEqual([]);
  });
});
