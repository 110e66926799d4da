// node --import ./tests/support/typescript.mjs --conditions=mubiao file.ts
// lets a plain Node process (Jest's global set-up, a child of a test) run our sources without a build.
import { register } from 'node:module';

register('./typescript-hooks.mjs', import.meta.url);
