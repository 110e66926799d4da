#!/usr/bin/env node
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`需要 Node.js 20.19 或更新的版本（推荐 24），现在是 ${process.versions.node}。\n`);
  process.exit(1);
}

const { ensureBuilt, ensureWebBuilt } = await import('./build.mjs');
if (await ensureBuilt()) {
  // Without its pages the system still serves programs.
  if (process.argv[2] === 'start' && !(await ensureWebBuilt()))
    process.stderr.write('网页端未能更新，其余照常启动。\n');
  const { main } = await import(new URL('../../dist/apps/cli/main.js', import.meta.url).href);
  process.exitCode = await main(process.argv.slice(2));
} else {
  process.exitCode = 1;
}
