import { RouteConfig } from '@nestjs/platform-fastify';
import { type FastifyInstance } from 'fastify';
import { HttpProblem } from './http-problem.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The file that a route for files was sent; null where the body is JSON. */
    upload: Uint8Array | null;
  }
  interface FastifyContextConfig {
    takesFile?: boolean;
  }
}

/** Of one file. */
const UPLOAD_LIMIT = 10 * 1024 * 1024;

/** A route that takes a file as it is, `application/octet-stream`, beside JSON. */
export const TakesFile = (): MethodDecorator => RouteConfig({ takesFile: true });

/** Reads files for the routes that take one; to any other they are the wrong content. */
export function acceptFiles(server: FastifyInstance): void {
  server.decorateRequest('upload', null);
  server.addContentTypeParser(
    'application/octet-stream',
    { parseAs: 'buffer', bodyLimit: UPLOAD_LIMIT },
    (request, body: Buffer, done) => {
      if (!request.routeOptions.config.takesFile) {
        done(new HttpProblem('WrongContentType'));
        return;
      }
      request.upload = body;
      done(null, {});
    },
  );
}
