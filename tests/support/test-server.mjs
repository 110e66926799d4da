import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import './typescript.mjs';

const { isRunning, openEmbeddedPostgres } = await import('../../libs/platform/embedded-postgres/index.ts');

const PREFIX = 'mubiao-test-';
const say = (sentence) => process.stderr.write(`${sentence}\n`);
let server;
let folder;

/** One PostgreSQL a run, in a folder of its own on a port of its own; says its URL. */
export async function openTestServer() {
  await sweep();
  folder = mkdtempSync(join(tmpdir(), PREFIX));
  chmodSync(folder, 0o711);
  server = await openEmbeddedPostgres({ dataFolder: join(folder, 'data'), log: say });
  return server.url;
}

export async function closeTestServer() {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

/** Ends what a run left behind that was killed: its server is adopted, stopped and removed. */
async function sweep() {
  for (const name of readdirSync(tmpdir()).filter((each) => each.startsWith(PREFIX))) {
    const left = join(tmpdir(), name);
    if (!isAbandoned(join(left, 'data', 'lock'))) continue;
    try {
      await (await openEmbeddedPostgres({ dataFolder: join(left, 'data'), log: say })).stop();
      rmSync(left, { recursive: true, force: true });
    } catch (error) {
      say(`Could not sweep ${left}: ${error.message}`);
    }
  }
}

function isAbandoned(lock) {
  try {
    return !isRunning(JSON.parse(readFileSync(lock, 'utf8')));
  } catch {
    return false;
  }
}
