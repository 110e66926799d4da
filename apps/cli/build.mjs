import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const ROOT = join(import.meta.dirname, '../..');
const STAMP = join(ROOT, 'dist/.stamp');
const LOCK = join(ROOT, 'dist/.building');
const SETTINGS = ['package.json', 'tsconfig.base.json', 'apps/tsconfig.json'];
const say = (sentence) => process.stderr.write(`${sentence}\n`);

/**
 * Compiles the sources if they are not those that `dist` was made of; several processes may ask at once, one builds.
 * Progress and the compiler's complaints go to stderr, for stdout belongs to the command. Says whether `dist` is good.
 */
export async function ensureBuilt() {
  // An image for production carries dist without the sources.
  if (!existsSync(join(ROOT, 'libs')) && existsSync(STAMP)) return true;
  if (isCurrent()) return true;
  mkdirSync(join(ROOT, 'dist'), { recursive: true });
  const mine = await takeTurn();
  if (!mine) return ensureBuilt();
  try {
    return isCurrent() || (await build());
  } finally {
    rmSync(LOCK, { force: true });
  }
}

async function build() {
  const sources = fingerprint();
  say('正在编译（约十秒）……');
  const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
  const code = await new Promise((resolve) => {
    // The compiler's stdout becomes our stderr.
    const child = spawn(process.execPath, [tsc, '-p', 'apps'], { cwd: ROOT, stdio: ['ignore', 2, 2] });
    child.on('close', resolve);
  });
  if (code === 0) writeFileSync(STAMP, sources);
  say(code === 0 ? '编译完成。' : '编译失败，请先改正上面列出的错误。');
  return code === 0;
}

function isCurrent() {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === fingerprint();
}

/** By content, since a checkout or a copy changes every file's time. */
function fingerprint() {
  const hash = createHash('sha256');
  const sources = ['apps', 'libs'].flatMap(sourcesIn).sort();
  for (const file of [...SETTINGS, ...sources]) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(ROOT, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

function sourcesIn(folder) {
  const files = readdirSync(join(ROOT, folder), { recursive: true });
  return files.filter(isCompiled).map((file) => join(folder, file));
}

/** As apps/tsconfig.json has it; the web application has a build of its own. */
function isCompiled(file) {
  return file.endsWith('.ts') && !/(\.spec|[\\/]given)\.ts$/.test(file) && !/^web[\\/]/.test(file);
}

/** True = we hold the lock; false = another build has just ended, or one that died was cleared away. */
async function takeTurn() {
  try {
    writeFileSync(LOCK, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  say('另一个进程正在编译，等待其完成……');
  while (isHeld()) await wait(200);
  rmSync(LOCK, { force: true });
  return false;
}

function isHeld() {
  try {
    process.kill(Number(readFileSync(LOCK, 'utf8')) || process.pid, 0);
    return true;
  } catch {
    return false;
  }
}
