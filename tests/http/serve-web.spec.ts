import { get as ask, type IncomingHttpHeaders } from 'node:http';
import { text } from 'node:stream/consumers';
import { fastify } from 'fastify';
import { serveWeb, type WebFile, type WebPages } from '../../apps/api/web/index.ts';

const file = (text: string, type: string, isHashed: boolean): WebFile => ({
  type,
  isHashed,
  plain: Buffer.from(text),
  br: Buffer.from(`br ${text}`),
});
const pages: WebPages = new Map([
  ['/index.html', file('the page', 'text/html; charset=utf-8', false)],
  ['/assets/index-0a1B2c3D.js', file('script', 'text/javascript; charset=utf-8', true)],
]);

interface Reply {
  statusCode: number | undefined;
  headers: IncomingHttpHeaders;
  body: string;
}

describe('serving the web application', () => {
  const server = fastify();
  let base = '';
  beforeAll(async () => {
    serveWeb(server, pages);
    server.get('/api/me', () => 'me');
    base = await server.listen({ port: 0, host: '127.0.0.1' });
  });
  afterAll(() => server.close());

  /** As written: `fetch` would straighten a path that climbs. */
  const get = async (
    path: string,
    headers: Record<string, string> = { accept: 'text/html' },
  ): Promise<Reply> =>
    new Promise((resolve, reject) => {
      const { hostname, port } = new URL(base);
      ask({ hostname, port, path, headers }, (reply) => {
        text(reply).then(
          (body) => resolve({ statusCode: reply.statusCode, headers: reply.headers, body }),
          reject,
        );
      }).on('error', reject);
    });

  it('answers the page at the address of any page', async () => {
    for (const url of ['/', '/targets', '/targets/7/edit?tab=x', '/index.html']) {
      const { statusCode, body, headers } = await get(url);
      expect([url, statusCode, body, headers['cache-control']]).toEqual([url, 200, 'the page', 'no-cache']);
    }
  });

  it('lets a file whose name is its content be kept', async () => {
    const { body, headers } = await get('/assets/index-0a1B2c3D.js', { accept: '*/*' });
    expect(body).toBe('script');
    expect(headers['cache-control']).toContain('immutable');
    expect(headers['content-type']).toBe('text/javascript; charset=utf-8');
  });

  it('sends what the browser can unpack', async () => {
    const { body, headers } = await get('/assets/index-0a1B2c3D.js', { 'accept-encoding': 'gzip, br' });
    expect([headers['content-encoding'], body]).toEqual(['br', 'br script']);
    expect((await get('/assets/index-0a1B2c3D.js', { 'accept-encoding': 'gzip' })).body).toBe('script');
  });

  it('leaves the interface, missing files and programs alone', async () => {
    expect((await get('/api/me')).body).toBe('me');
    expect((await get('/api/nothing')).statusCode).toBe(404);
    expect((await get('/admin/queues')).statusCode).toBe(404);
    expect((await get('/assets/gone-0a1B2c3D.js')).statusCode).toBe(404);
    expect((await get('/nothing', { accept: 'application/json' })).statusCode).toBe(404);
  });

  it('never leaves its folder', async () => {
    for (const url of [
      '/assets/../../package.json',
      '/assets/%2e%2e/%2e%2e/package.json',
      '/..%2fpackage.json',
    ])
      expect((await get(url, { accept: '*/*' })).statusCode).toBe(404);
  });
});
