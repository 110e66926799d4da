import { Agent, request } from 'node:http';
import { PASSWORD } from '../../http/county.ts';
import { Visitor } from '../../http/visitor.ts';

/** One kept-alive connection of a signed-in person. Plain `node:http`: `fetch` costs the generator three times as much. */
export class HttpClient {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 1 });

  private constructor(
    private readonly port: number,
    private readonly cookie: string,
  ) {}

  static async as(user: string, port: number): Promise<HttpClient> {
    const visitor = new Visitor(`http://127.0.0.1:${port}`);
    const { status } = await visitor.post('/api/session', { username: user, password: PASSWORD });
    if (status !== 200) throw new Error(`${user} cannot sign in: ${status}`);
    return new HttpClient(port, visitor.cookie);
  }

  static stranger(port: number): HttpClient {
    return new HttpClient(port, '');
  }

  /** Another connection of the same session. */
  again(): HttpClient {
    return new HttpClient(this.port, this.cookie);
  }

  /** @throws for every reply but a good one */
  async command(method: 'POST' | 'PUT', path: string, body: string, revision: number): Promise<void> {
    const { status, text } = await new Promise<{ status: number; text: string }>((resolve, reject) => {
      const headers = {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        cookie: this.cookie,
        'if-match': `"${revision}"`,
      };
      const { agent, port } = this;
      const sent = request({ host: '127.0.0.1', port, method, path, headers, agent }, (reply) => {
        let text = '';
        reply.setEncoding('utf8');
        reply.on('data', (chunk: string) => (text += chunk));
        reply.on('end', () => resolve({ status: reply.statusCode ?? 0, text }));
      });
      sent.on('error', reject);
      sent.end(body);
    });
    if (status !== 200) throw new Error(`${method} ${path}: ${status} ${text.slice(0, 300)}`);
  }

  close(): void {
    this.agent.destroy();
  }
}
