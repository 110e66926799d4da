import { createServer, type IncomingMessage, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** A bucket in memory that answers what an S3-compatible store does, and remembers what it was asked. */
export class S3Double {
  readonly objects = new Map<string, Buffer>();
  readonly calls: { method: string; path: string; headers: IncomingMessage['headers'] }[] = [];

  private constructor(private readonly server: Server) {}

  static async start(): Promise<S3Double> {
    const server = createServer();
    const double = new S3Double(server);
    server.on('request', (request, reply) => {
      void double.answer(request).then(({ status, body }) => {
        reply.writeHead(status, { 'content-length': body.length }).end(body);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return double;
  }

  get endpoint(): string {
    return `http://127.0.0.1:${String((this.server.address() as AddressInfo).port)}`;
  }

  stop(): Promise<unknown> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(resolve));
  }

  private async answer(request: IncomingMessage): Promise<{ status: number; body: Buffer }> {
    const { method = '', url = '', headers } = request;
    const { pathname, searchParams } = new URL(url, this.endpoint);
    this.calls.push({ method, path: pathname, headers });
    const content = await buffer(request);
    if (searchParams.has('list-type')) return { status: 200, body: Buffer.from(this.listing()) };
    if (method === 'PUT') this.objects.set(pathname, content);
    if (method === 'DELETE') this.objects.delete(pathname);
    const found = this.objects.get(pathname);
    if (method === 'PUT' || method === 'DELETE') return { status: 200, body: Buffer.alloc(0) };
    return found ? { status: 200, body: found } : { status: 404, body: Buffer.alloc(0) };
  }

  private listing(): string {
    const entries = [...this.objects].map(([path, { length }]) => {
      const key = path.split('/').slice(2).join('/');
      return `<Contents><Key>${key}</Key><LastModified>2020-01-01T00:00:00.000Z</LastModified><Size>${String(length)}</Size></Contents>`;
    });
    return `<?xml version="1.0"?><ListBucketResult><IsTruncated>false</IsTruncated>${entries.join('')}</ListBucketResult>`;
  }
}
