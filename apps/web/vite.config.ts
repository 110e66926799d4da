import { join, sep } from 'node:path';
import { defineConfig } from 'vite';

const LIBS = join(import.meta.dirname, '../../libs') + sep;
/** A running `mubiao start`, for developing the pages with `vite apps/web`. */
const api = process.env['MUBIAO_API'] ?? 'http://localhost:3000';

export default defineConfig({
  root: import.meta.dirname,
  // Vite would copy a folder of this name as it stands; ours holds the pages that anybody may read.
  publicDir: false,
  resolve: { conditions: ['mubiao', 'module', 'browser', 'development|production'] },
  oxc: { jsx: { runtime: 'automatic' } },
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    // Office machines are old; these are the browsers of 2021, in which Ant Design 6 still works.
    target: ['chrome94', 'edge94', 'firefox93', 'safari15'],
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      // "use client" means something to servers that render; nothing here does.
      onwarn: (warning, warn) => {
        if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
      },
      // Pure libraries do nothing when loaded; what a page does not call is left out, ajv (which needs eval) among it.
      treeshake: { moduleSideEffects: (id) => !id.startsWith(LIBS) },
    },
  },
  // Our own sources under /api are the development server's; the rest of it is the product's.
  server: { proxy: { '^/api/(?!.*\\.ts(?:\\?|$))': proxied() } },
  preview: { proxy: { '/api': proxied() } },
});

/** The interface accepts changes from its own pages only, so the proxy speaks in its name. */
function proxied(): { target: string; headers: Record<string, string> } {
  return { target: api, headers: { origin: new URL(api).origin, 'sec-fetch-site': 'same-origin' } };
}
