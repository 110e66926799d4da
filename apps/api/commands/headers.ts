import { type FastifyRequest } from 'fastify';
import { HttpProblem } from '../edge/http-problem.ts';

const REVISION = /^(?:W\/)?"?(\d{1,9})"?$/;
const KEY = /^[\x21-\x7e]{1,200}$/;

/** The revision that the person saw. @throws HttpProblem 428 without the header, 400 for one that is no revision */
export function revisionSeen({ headers }: FastifyRequest): number {
  const given = headers['if-match'];
  if (given === undefined) throw new HttpProblem('IfMatchRequired');
  const match = REVISION.exec(given.trim());
  if (!match) throw new HttpProblem('BadIfMatch', [{ path: 'If-Match', message: '应为一个版本号，如 "7"' }]);
  return Number(match[1]);
}

/** @throws HttpProblem 400 for a key that is blank or too long */
export function idempotencyKey({ headers }: FastifyRequest): string | undefined {
  const given = headers['idempotency-key'];
  if (given === undefined) return undefined;
  if (typeof given !== 'string' || !KEY.test(given))
    throw new HttpProblem('BadIdempotencyKey', [
      { path: 'Idempotency-Key', message: '应为 1 到 200 个可见字符' },
    ]);
  return given;
}

export const etagOf = (revision: number): string => `"${String(revision)}"`;
