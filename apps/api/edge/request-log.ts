import { randomUUID } from 'node:crypto';
import { type IncomingMessage } from 'node:http';
import { type FastifyInstance } from 'fastify';
import { type Histogram } from 'prom-client';

const ID = /^[\w.:-]{1,64}$/;

/** The caller's `X-Request-Id` where it is a plain word, else a new one: it goes into every event and log line. */
export function requestIdOf({ headers }: Pick<IncomingMessage, 'headers'>): string {
  const given = headers['x-request-id'];
  return typeof given === 'string' && ID.test(given) ? given : randomUUID();
}

/** One line and one measurement a request, by route, never by address: ids and queries may name people. */
export function logRequests(
  server: FastifyInstance,
  duration: Histogram<'method' | 'route' | 'status'>,
): void {
  server.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id);
    done();
  });
  server.addHook('onResponse', (request, reply, done) => {
    const { method, id: requestId } = request;
    const route = request.is404 ? 'none' : (request.routeOptions.url ?? 'none');
    const { statusCode: status, elapsedTime } = reply;
    duration.observe({ method, route, status }, elapsedTime / 1000);
    request.log.info({ requestId, method, route, status, ms: Math.round(elapsedTime * 10) / 10 }, 'request');
    done();
  });
}
