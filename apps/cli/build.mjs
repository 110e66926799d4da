import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const ROOT = join(import.meta.dirname, '../..');
const say = (sentence) => process.stderr.write(`${sentence}\n`);
const program = (name) => createRequire(import.meta.url).resolve(name);

/** The programs: apps and libs but for the web application and what is only tested, as apps/tsconfig.json has it. */
const PROGRAMS = {
  stamp: 'dist/.stamp',
  lock: 'dist/.building',
  folders: ['apps', 'libs'],
  files: ['package.json', 'tsconfig.base.json', 'apps/tsconfig.json'],
  isSource: (file) => file.endsWith('.ts') && !isSpec(file) && !/^apps[\\/]web[\\/]/.test(file),
  words: { begin: '正在编译（约十秒）……', done: '编译完成。', failed: '编译失败，请先改正上面列出的错误。' },
  make: () => run(program('typescript/bin/tsc'), ['-p', 'apps']),
};

/** The web application with the pure libraries that it is made of. */
const WEB = {
  stamp: 'dist/.web-stamp',
  lock: 'dist/.building-web',
  folders: [
    'apps/web',
    ...['contracts', 'domain', 'form', 'scoring', 'screening'].map((lib) => `libs/${lib}`),
  ],
  files: ['package.json', 'package-lock.json'],
  isSource: (file) => /\.(tsx?|css|html)$/.test(file) && !isSpec(file),
  words: { begin: '正在编译网页端……', done: '网页端编译完成。', failed: '网页端编译失败。' },
  make: async () => {
    const vite = join(dirname(program('vite/package.json')), 'bin/vite.js');
    return (await run(vite, ['build', 'apps/web', '--logLevel', 'warn'])) && compress(join(ROOT, 'dist/web'));
  },
};

/** Compiles the programs if they are not what `dist` was made of. Says whether `dist` is good. */
export const ensureBuilt = () => ensure(PROGRAMS);

/** The same for the web application. */
export const ensureWebBuilt = () => ensure(WEB);

/**
 * Several processes may ask at once, one builds. Progress and complaints go to stderr, for stdout belongs to the
 * command.
 */
async function ensure(product) {
  // An image for production carries dist without the sources.
  if (!existsSync(join(ROOT, 'libs')) && existsSync(join(ROOT, product.stamp))) return true;
  if (isCurrent(product)) return true;
  mkdirSync(join(ROOT, 'dist'), { recursive: true });
  const lock = join(ROOT, product.lock);
  const mine = await takeTurn(lock);
  if (!mine) return ensure(product);
  try {
    return isCurrent(product) || (await build(product));
  } finally {
    rmSync(lock, { force: true });
  }
}

async function build(product) {
  const sources = fingerprint(product);
  say(product.words.begin);
  const isGood = await product.make();
  if (isGood) writeFileSync(join(ROOT, product.stamp), sources);
  say(isGood ? product.words.done : product.words.failed);
  return isGood;
}

/** A compiler's stdout becomes our stderr. */
async function run(script, args) {
  const child = spawn(process.execPath, [script, ...args], { cwd: ROOT, stdio: ['ignore', 2, 2] });
  const code = await new Promise((resolve) => child.on('close', resolve));
  return code === 0;
}

/** Beside each file its compressed forms, so that serving costs nothing. */
function compress(folder) {
  const files = readdirSync(folder, { recursive: true }).filter((file) => /\.(js|css|html)$/.test(file));
  for (const file of files) {
    const content = readFileSync(join(folder, file));
    writeFileSync(join(folder, `${file}.gz`), gzipSync(content));
    writeFileSync(
      join(folder, `${file}.br`),
      brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
    );
  }
  return true;
}

function isCurrent(product) {
  const stamp = join(ROOT, product.stamp);
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint(product);
}

/** By content, since a checkout or a copy changes every file's time. */
function fingerprint({ files, folders, isSource }) {
  const hash = createHash('sha256');
  const sources = folders.flatMap((folder) => filesIn(folder).filter(isSource)).sort();
  for (const file of [...files, ...sources]) {
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(ROOT, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

const filesIn = (folder) =>
  readdirSync(join(ROOT, folder), { recursive: true }).map((file) => join(folder, file));

const isSpec = (file) => /(\.spec|[\\/]given)\.ts$/.test(file);

/** True = we hold the lock; false = another build has just ended, or one that died was cleared away. */
async function takeTurn(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  say('另一个进程正在编译，等待其完成……');
  while (isHeld(lock)) await wait(200);
  rmSync(lock, { force: true });
  return false;
}

function isHeld(lock) {
  try {
    process.kill(Number(readFileSync(lock, 'utf8')) || process.pid, 0);
    return true;
  } catch {
    return false;
  }
}
