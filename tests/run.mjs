// npm test: every spec that this machine can run. The last line is the count, for people and for CI.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { ensureBuilt } from '../apps/cli/build.mjs';

const ROOT = join(import.meta.dirname, '..');

process.chdir(ROOT);
const counts = (await ensureBuilt())
  ? await runJest(process.argv.slice(2))
  : { passed: 0, failed: 1, skipped: 0 };
process.exitCode = counts.failed > 0 || counts.passed === 0 ? 1 : 0;
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);

async function runJest(args) {
  const folder = mkdtempSync(join(tmpdir(), 'mubiao-results-'));
  const results = join(folder, 'results.json');
  try {
    const code = await jest([...args, '--json', `--outputFile=${results}`]);
    return countsOf(existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')) : null, code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function jest(args) {
  const bin = join(ROOT, 'node_modules/jest/bin/jest.js');
  const options = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  return new Promise((resolve) => {
    // Progress is on stderr; stdout would only repeat the results as JSON.
    const child = spawn(process.execPath, [...options, bin, ...args], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    child.on('close', resolve);
  });
}

/** A suite that did not load is one failure, and so is a run that ended badly without naming any. */
function countsOf(results, code) {
  if (results === null) return { passed: 0, failed: 1, skipped: 0 };
  saySkipped(results.testResults);
  const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
  return {
    passed: results.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: results.numPendingTests + results.numTodoTests,
  };
}

function saySkipped(suites) {
  for (const { name, assertionResults } of suites) {
    for (const { status, fullName } of assertionResults) {
      if (status === 'pending' || status === 'todo')
        console.log(`skipped: ${relative(ROOT, name)}: ${fullName}`);
    }
  }
}
