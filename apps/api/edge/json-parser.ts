import { type FastifyInstance } from 'fastify';
import { HttpProblem } from './http-problem.ts';
import { readJson } from './json-text.ts';

/** 1 MiB; files have a route of their own. */
export const BODY_LIMIT = 1024 * 1024;

/** Bodies are JSON, read strictly; none at all is none. Anything else is 415. */
export function acceptJsonOnly(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: BODY_LIMIT },
    (_request, body: Buffer, done) => {
      try {
        done(null, body.length === 0 ? undefined : readJson(textOf(body)));
      } catch (error) {
        done(error instanceof Error ? error : new HttpProblem('MalformedJson'));
      }
    },
  );
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });

function textOf(body: Buffer): string {
  try {
    return utf8.decode(body);
  } catch {
    throw new HttpProblem('BadText');
  }
}
