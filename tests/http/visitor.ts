export interface Reply {
  status: number;
  headers: Headers;
  body: Record<string, unknown> & { revision?: number; id?: string; code?: string };
}

/** A browser without a screen: keeps its cookie, sends JSON, knows no more of the server than its address. */
export class Visitor {
  cookie = '';

  constructor(readonly base: string) {}

  get(path: string): Promise<Reply> {
    return this.send('GET', path);
  }

  post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Reply> {
    return this.send('POST', path, JSON.stringify(body), headers);
  }

  put(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Reply> {
    return this.send('PUT', path, JSON.stringify(body), headers);
  }

  delete(path: string): Promise<Reply> {
    return this.send('DELETE', path);
  }

  upload(path: string, bytes: Uint8Array<ArrayBuffer>): Promise<Reply> {
    return this.send('POST', path, bytes, { 'content-type': 'application/octet-stream' });
  }

  /** A command to a target that was seen at this revision. */
  command(id: string, revision: number, what: string, body: unknown): Promise<Reply> {
    return this.post(`/api/targets/${id}/${what}`, body, { 'if-match': `"${String(revision)}"` });
  }

  async send(
    method: string,
    path: string,
    body?: string | Uint8Array<ArrayBuffer>,
    headers: Record<string, string> = {},
  ): Promise<Reply> {
    const reply = await fetch(this.base + path, {
      method,
      redirect: 'manual',
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(this.cookie && { cookie: this.cookie }),
        ...headers,
      },
      ...(body !== undefined && { body }),
    });
    const [set] = reply.headers.getSetCookie();
    if (set !== undefined) this.cookie = set.split(';')[0] ?? '';
    const text = await reply.text();
    return { status: reply.status, headers: reply.headers, body: parsed(text) as Reply['body'] };
  }
}

function parsed(text: string): unknown {
  try {
    return text === '' ? {} : JSON.parse(text);
  } catch {
    return { text };
  }
}
