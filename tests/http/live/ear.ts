import { once } from 'node:events';
import { get, type ClientRequest, type IncomingMessage } from 'node:http';
import { type LiveEvent } from '#contracts';
import { type Visitor } from '../visitor.ts';

/** Hears the server-sent events of a signed-in visitor, as a browser does: over HTTP, remembering the last id. */
export class Ear {
  readonly heard: LiveEvent[] = [];
  comments = 0;
  lastId: string | null = null;
  isOver = false;
  #text = '';
  readonly #waiting = new Set<() => void>();

  private constructor(
    private readonly reply: IncomingMessage,
    private readonly request: ClientRequest,
  ) {}

  get status(): number | undefined {
    return this.reply.statusCode;
  }

  /**
   * Waits until the server has said that nothing is missed from here on, or has refused. A connection of its own each
   * time: those that `fetch` opens in store keep a server from stopping.
   */
  static async of({ base, cookie }: Visitor, headers: Record<string, string> = {}): Promise<Ear> {
    const request = get(`${base}/api/events`, { agent: false, headers: { cookie, ...headers } });
    const [reply] = (await once(request, 'response')) as [IncomingMessage];
    const ear = new Ear(reply, request);
    const isOver = ear.#listen();
    await (ear.status === 200 ? ear.until(() => ear.heard.length > 0) : isOver);
    return ear;
  }

  /** Resolves as soon as it is so; the test's own time limit ends a wait in vain. */
  async until(isSo: () => boolean): Promise<void> {
    while (!isSo()) await new Promise<void>((resolve) => this.#waiting.add(resolve));
  }

  /** Until an event of this type has come; @returns all that were heard since `open`. */
  async hear(type: LiveEvent['type'], id?: string): Promise<LiveEvent[]> {
    await this.until(() =>
      this.heard.some(
        (event) => event.type === type && (id === undefined || ('id' in event && event.id === id)),
      ),
    );
    return this.heard;
  }

  hangUp(): void {
    this.request.destroy();
  }

  async #listen(): Promise<void> {
    try {
      for await (const text of this.reply.setEncoding('utf8')) this.#take(String(text));
    } catch {
      // Hung up, or cut off by the server.
    }
    this.isOver = true;
    this.#wake();
  }

  #take(text: string): void {
    const blocks = (this.#text + text).split('\n\n');
    this.#text = blocks.pop() ?? '';
    for (const line of blocks.flatMap((block) => block.split('\n'))) {
      if (line.startsWith(':')) this.comments += 1;
      if (line.startsWith('id: ')) this.lastId = line.slice(4);
      if (line.startsWith('data: ')) this.heard.push(JSON.parse(line.slice(6)) as LiveEvent);
    }
    this.#wake();
  }

  #wake(): void {
    for (const resolve of [...this.#waiting]) resolve();
    this.#waiting.clear();
  }
}
