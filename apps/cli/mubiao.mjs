#!/usr/bin/env node
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`需要 Node.js 20.19 或更新的版本（推荐 24），现在是 ${process.versions.node}。\n`);
  process.exit(1);
}

const { ensureBuilt } = await import('./build.mjs');
if (await ensureBuilt()) {
  const { main } = await import(new URL('../../dist/apps/cli/main.js', import.meta.url).href);
  process.exitCode = await main(process.argv.slice(2));
} else {
  process.exitCode = 1;
}
