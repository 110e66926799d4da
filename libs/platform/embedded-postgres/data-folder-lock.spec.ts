import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { identityOf, lockDataFolder, StartRefused } from './index.ts';

describe('the lock of a data folder', () => {
  let folder: string;
  const lock = (): string => join(folder, 'lock');

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'mubiao-lock-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const refusal = (): StartRefused => {
    try {
      lockDataFolder(folder);
    } catch (error) {
      if (error instanceof StartRefused) return error;
    }
    throw new Error('It was not refused.');
  };

  it('is held by one at a time and leaves nothing behind', () => {
    const held = lockDataFolder(folder);
    expect(refusal().code).toBe('DataFolderInUse');
    held.release();
    lockDataFolder(folder).release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('names the process that holds it', () => {
    writeFileSync(lock(), JSON.stringify(identityOf(process.ppid)));
    expect(refusal().message).toContain(`（进程号 ${process.ppid}）`);
  });

  it('is taken over from a process that is gone', () => {
    const gone = Number(execFileSync(process.execPath, ['-p', 'process.pid'], { encoding: 'utf8' }));
    writeFileSync(lock(), JSON.stringify({ pid: gone, began: null }));
    lockDataFolder(folder).release();
    expect(existsSync(lock())).toBe(false);
  });

  it('is taken over where another process got the same id since', () => {
    writeFileSync(lock(), JSON.stringify({ pid: process.ppid, began: 'another boot' }));
    lockDataFolder(folder).release();
    expect(existsSync(lock())).toBe(false);
  });

  it('is taken over where what it says cannot be read', () => {
    writeFileSync(lock(), 'no JSON');
    lockDataFolder(folder).release();
    expect(existsSync(lock())).toBe(false);
  });

  it('is not given back by whoever lost it', () => {
    const held = lockDataFolder(folder);
    writeFileSync(lock(), JSON.stringify(identityOf(process.ppid)));
    held.release();
    expect(existsSync(lock())).toBe(true);
  });

  it('says in a sentence that the folder does not take it', () => {
    rmSync(folder, { recursive: true });
    writeFileSync(folder, '');
    expect(refusal().code).toBe('DataFolderUnusable');
  });
});
