import { fileURLToPath } from 'node:url';
import { transformFile } from '@swc/core';

/** Node's `load` hook: a .ts file becomes the module that SWC makes of it, with the settings of .swcrc. */
export async function load(url, context, next) {
  if (!url.startsWith('file:') || !url.endsWith('.ts')) return next(url, context);
  const { code } = await transformFile(fileURLToPath(url), { swcrc: true });
  return { format: 'module', source: code, shortCircuit: true };
}
