import { type FastifyInstance, type FastifyRequest } from 'fastify';
import { HttpProblem } from '../edge/http-problem.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * A change may come from our own pages, or from a program, which states no origin; never from somebody else's page.
 * Beside `SameSite=Strict` this also holds against a neighbour on the same site.
 */
export function refuseForeignOrigins(server: FastifyInstance, origin: string): void {
  server.addHook('onRequest', (request: FastifyRequest, _reply, done) => {
    const isOurs = SAFE.has(request.method) || isOwn(request, origin);
    done(isOurs ? undefined : new HttpProblem('ForeignOrigin'));
  });
}

function isOwn({ headers }: FastifyRequest, own: string): boolean {
  const { origin } = headers;
  const site = headers['sec-fetch-site'];
  if (origin === undefined) return site === undefined || site === 'same-origin' || site === 'none';
  return origin === own || isSameMachine(origin, own);
}

/** On one's own machine the same server has several names. */
function isSameMachine(origin: string, own: string): boolean {
  if (!URL.canParse(origin)) return false;
  const [theirs, ours] = [new URL(origin), new URL(own)];
  const isLoopback = LOOPBACK.has(theirs.hostname) && LOOPBACK.has(ours.hostname);
  return isLoopback && theirs.port === ours.port && theirs.protocol === ours.protocol;
}
