import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, sep } from 'node:path';

/** One file of the built web application, held in memory; compressed forms where the build made them. */
export interface WebFile {
  type: string;
  /** Its name has the hash of its content: it may be kept for ever. */
  isHashed: boolean;
  plain: Buffer;
  br?: Buffer;
  gzip?: Buffer;
}

/** The built web application by address; only these files can ever be answered. */
export type WebPages = ReadonlyMap<string, WebFile>;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};
const HASHED = /^\/assets\/.+-[\w-]{8}\.\w+$/;

/** Reads the folder that the build wrote; `null` where it has not been built. */
export function readWebPages(folder: string): WebPages | null {
  if (!existsSync(join(folder, 'index.html'))) return null;
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = names.flatMap((name): [string, WebFile][] => {
    const type = TYPES[extname(name)];
    if (type === undefined) return [];
    const address = `/${name.split(sep).join('/')}`;
    const file = join(folder, name);
    return [[address, { type, isHashed: HASHED.test(address), ...contentOf(file) }]];
  });
  return new Map(files);
}

function contentOf(file: string): Pick<WebFile, 'plain' | 'br' | 'gzip'> {
  const [br, gzip] = [`${file}.br`, `${file}.gz`].map((path) =>
    existsSync(path) ? readFileSync(path) : undefined,
  );
  return { plain: readFileSync(file), ...(br && { br }), ...(gzip && { gzip }) };
}
