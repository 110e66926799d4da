import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { type WebFile, type WebPages } from './web-pages.ts';

const FOR_A_YEAR = 'public, max-age=31536000, immutable';
const ASK_AGAIN = 'no-cache';
/** What the interface answers itself, `/admin/queues` as pages of its own. */
const NOT_PAGES = /^\/(?:api|health|metrics|admin\/queues)(?:\/|$)/;

/**
 * Answers the built web application at every address that is not the interface's. Addresses of pages all get the same
 * document, which shows the page itself; a file that is not there stays 404. Before the session is asked for.
 */
export function serveWeb(server: FastifyInstance, pages: WebPages): void {
  server.addHook('onRequest', (request, reply, done) => {
    const file = fileFor(request, pages);
    if (!file) return done();
    send(file, request, reply);
  });
}

function fileFor(request: FastifyRequest, pages: WebPages): WebFile | undefined {
  const { method, url, headers } = request;
  if (method !== 'GET' && method !== 'HEAD') return undefined;
  const [path = ''] = url.split('?', 1);
  if (NOT_PAGES.test(path)) return undefined;
  const file = pages.get(path);
  if (file) return file;
  const isPage =
    path === '/' || (!path.startsWith('/assets/') && headers.accept?.includes('text/html') === true);
  return isPage ? pages.get('/index.html') : undefined;
}

function send(file: WebFile, { headers }: FastifyRequest, reply: FastifyReply): void {
  const accepted = headers['accept-encoding'] ?? '';
  const [encoding, content] =
    file.br && /\bbr\b/.test(accepted)
      ? ['br', file.br]
      : file.gzip && /\bgzip\b/.test(accepted)
        ? ['gzip', file.gzip]
        : [undefined, file.plain];
  if (encoding !== undefined) reply.header('content-encoding', encoding);
  void reply
    .header('cache-control', file.isHashed ? FOR_A_YEAR : ASK_AGAIN)
    .header('vary', 'accept-encoding')
    .type(file.type)
    .send(content);
}
