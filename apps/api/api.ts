import cookie from '@fastify/cookie';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { fastify, LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify';
import { ApiModule, type ApiParts } from './api-module.ts';
import { BodyPipe } from './edge/body-pipe.ts';
import { addSecurityHeaders } from './edge/headers.ts';
import { acceptJsonOnly, BODY_LIMIT } from './edge/json-parser.ts';
import { acceptFiles } from './edge/uploads.ts';
import { ProblemFilter } from './edge/problem-filter.ts';
import { logRequests, requestIdOf } from './edge/request-log.ts';
import { ApiDescription } from './operations/api-description.ts';
import { describeApi } from './operations/openapi.ts';
import { refuseForeignOrigins } from './session/origin.ts';
import { requireSession } from './session/signed-in.ts';
import { serveWeb } from './web/index.ts';

export interface Api {
  /** Resolves with the port that it listens on; 0 takes a free one. */
  listen(port: number, host: string): Promise<number>;
  close(): Promise<void>;
  /** The OpenAPI document, as it is committed. */
  readonly description: string;
  /** Every route, as `METHOD /path`. */
  readonly routes: readonly string[];
}

/** An attachment of 50 megabytes over a line of half a megabit; without an end a sender that trickles is kept for ever. */
const LONGEST_REQUEST_MS = 15 * 60_000;

/** The HTTP interface over what it was given; it owns none of it. */
export async function createApi(parts: ApiParts, logger: FastifyBaseLogger): Promise<Api> {
  const server: FastifyInstance = fastify({
    loggerInstance: logger,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: requestIdOf,
    bodyLimit: BODY_LIMIT,
    requestTimeout: LONGEST_REQUEST_MS,
    trustProxy: 'loopback',
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200 },
  });
  const routes = rememberRoutes(server);
  const adapter = new FastifyAdapter(server as never);
  const nest = await NestFactory.create<NestFastifyApplication>(ApiModule.over(parts), adapter, {
    bodyParser: false,
    logger: ['error', 'warn', 'fatal'],
  });
  await prepare(server, parts);
  const closeBoard = await parts.queueBoard?.(server, parts);
  nest.useGlobalPipes(new BodyPipe());
  nest.useGlobalFilters(new ProblemFilter());
  await nest.init();
  await server.ready();
  nest.get(ApiDescription).text = describeApi(nest);
  return {
    description: nest.get(ApiDescription).text,
    routes,
    listen: async (port, host) => {
      const address = await server.listen({ port, host });
      return Number(new URL(address).port);
    },
    close: async () => {
      await nest.close();
      await closeBoard?.();
    },
  };
}

async function prepare(server: FastifyInstance, parts: ApiParts): Promise<void> {
  const { access, application, settings, metrics } = parts;
  acceptJsonOnly(server);
  acceptFiles(server);
  logRequests(server, metrics.requests);
  await addSecurityHeaders(server, settings.secureCookies);
  if (parts.pages) serveWeb(server, parts.pages);
  await server.register(cookie);
  refuseForeignOrigins(server, settings.origin);
  requireSession(server, access, application);
}

/** HEAD is added by Fastify beside every GET. */
function rememberRoutes(server: FastifyInstance): string[] {
  const routes: string[] = [];
  server.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) if (one !== 'HEAD') routes.push(`${one} ${url}`);
  });
  return routes;
}
