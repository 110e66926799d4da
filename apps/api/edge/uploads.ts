import { type Readable } from 'node:stream';
import { RouteConfig } from '@nestjs/platform-fastify';
import { type FastifyInstance, type FastifyRequest } from 'fastify';
import { HttpProblem } from './http-problem.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The file that a route for files was sent; null where the body is JSON. */
    upload: Uint8Array | null;
    /** The file that is still coming in, on a route that streams. */
    incoming: Readable | null;
  }
  interface FastifyContextConfig {
    takesFile?: boolean;
    takesStream?: boolean;
  }
}

/** Of one file that is read as a whole. */
const UPLOAD_LIMIT = 10 * 1024 * 1024;

/** A route that takes a file as it is, `application/octet-stream`, beside JSON. */
export const TakesFile = (): MethodDecorator => RouteConfig({ takesFile: true });

/** A route that reads a file piece by piece, and sees to its size. */
export const TakesStream = (): MethodDecorator => RouteConfig({ takesStream: true });

/** For a route that was sent no file where it needs one. */
export const fileMissing = (): HttpProblem =>
  new HttpProblem('InvalidFields', [
    { path: '', message: '请上传文件（Content-Type: application/octet-stream）' },
  ]);

/** Reads files for the routes that take one; to any other they are the wrong content. */
export function acceptFiles(server: FastifyInstance): void {
  server.decorateRequest('upload', null);
  server.decorateRequest('incoming', null);
  server.addContentTypeParser(
    'application/octet-stream',
    async (request: FastifyRequest, payload: Readable) => {
      const { takesFile, takesStream } = request.routeOptions.config;
      if (takesStream) request.incoming = payload;
      else if (takesFile) request.upload = await whole(request, payload);
      else throw new HttpProblem('WrongContentType');
      return {};
    },
  );
}

/** @throws HttpProblem 413, before anything is read where the request says how long it is */
async function whole({ headers }: FastifyRequest, payload: Readable): Promise<Uint8Array> {
  if (Number(headers['content-length'] ?? 0) > UPLOAD_LIMIT) throw new HttpProblem('TooLarge');
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of payload as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > UPLOAD_LIMIT) throw new HttpProblem('TooLarge');
    parts.push(part);
  }
  return Buffer.concat(parts);
}
