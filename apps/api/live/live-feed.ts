import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Application } from '#application';
import { type EventStore, type Position, type StoredEvent, type Subscription } from '#event-store';
import { changedTargets, targetsWaitingFor, type ReadModels } from '#read-models';
import { HttpProblem } from '../edge/http-problem.ts';
import { READ_MODELS, STORE } from '../settings.ts';
import { Audience, eventsFor, type News } from './audience.ts';
import { LiveConnection, type Told } from './connection.ts';

/** Browsers of one person that may listen at once. */
export const MOST_CONNECTIONS = 8;
/** Whoever missed more events than this asks for everything again. */
const MOST_MISSED = 500;
const TARGET = 'target-';
const FILTER = { streamPrefixes: [TARGET, 'campaign-', 'directory-'] };

/**
 * One subscription to the feed a process, while anybody listens; what it brings is told to whom it concerns once the
 * read models show it. Commands know nothing of it.
 */
@Injectable()
export class LiveFeed implements OnModuleDestroy {
  #subscription: Promise<Subscription> | null = null;
  /** Everything up to here was told. */
  #reached: Position | null = null;
  #isClosing = false;

  constructor(
    private readonly application: Application,
    private readonly audience: Audience,
    @Inject(STORE) private readonly store: EventStore,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
  ) {}

  /**
   * Listens for the person from now on, or from after `since`, the last id they saw.
   * @throws HttpProblem 429 for one browser too many, 503 while the process ends
   */
  connect(user: string, token: string, since: Position | null): LiveConnection {
    if (this.#isClosing) throw new HttpProblem('Unavailable');
    if (this.audience.countOf(user) >= MOST_CONNECTIONS) throw new HttpProblem('TooManyPages');
    const connection = new LiveConnection(user, token);
    const { waiting } = this.audience.join(connection);
    connection.stream.on('close', () => {
      this.audience.leave(connection);
      if (this.audience.isEmpty) this.rest();
    });
    this.welcome(connection, waiting, since).catch(() => connection.stream.destroy());
    return connection;
  }

  /** Before the server stops listening, which would wait for them. */
  async onModuleDestroy(): Promise<void> {
    this.#isClosing = true;
    for (const connection of this.audience.connections()) connection.end();
    const subscription = await this.#subscription?.catch(() => null);
    await subscription?.stop();
  }

  private async welcome(
    connection: LiveConnection,
    waiting: Set<string>,
    since: Position | null,
  ): Promise<void> {
    await this.listen();
    for (const id of await targetsWaitingFor(this.readModels.db, connection.user)) waiting.add(id);
    connection.open(await this.missedBy(connection.user, since));
  }

  /** Begins with the feed's present end; what comes while it begins is part of it. */
  private async listen(): Promise<void> {
    this.#subscription ??= this.subscribe();
    await this.#subscription.catch((error: unknown) => {
      this.#subscription = null;
      throw error;
    });
  }

  private async subscribe(): Promise<Subscription> {
    this.#reached = await this.store.head();
    const from = this.#reached === null ? {} : { from: this.#reached };
    const subscription = this.store.subscribe({ ...from, filter: FILTER }, (events, checkpoint) =>
      this.take(events, checkpoint),
    );
    // Whoever listens comes back, and with them a new subscription.
    subscription.ended.catch(() => this.forsake());
    return subscription;
  }

  private forsake(): void {
    this.#subscription = null;
    for (const connection of this.audience.connections()) connection.end();
  }

  private async take(events: readonly StoredEvent[], upTo: Position): Promise<void> {
    const news = await this.newsOf(events).catch(() => null);
    this.audience.tell((user, { waiting }) => this.told(user, waiting, { news, upTo }));
    this.#reached = upTo;
  }

  /** `news` that could not be found out are told as a `reset`. */
  private told(
    user: string,
    waiting: Set<string>,
    { news, upTo }: { news: News | null; upTo: Position },
  ): Told {
    if (news === null) return { events: [{ type: 'reset' }], upTo };
    return { events: eventsFor(user, news, { waiting, directory: this.application.directory() }), upTo };
  }

  /** Waits until lists show it, so that a browser that asks at once gets what it was told of. */
  private async newsOf(events: readonly StoredEvent[]): Promise<News> {
    const ofTargets = events.filter(({ stream }) => stream.startsWith(TARGET));
    const ids = [...new Set(ofTargets.map(({ stream }) => stream.slice(TARGET.length)))];
    const last = events.at(-1);
    if (last) await this.readModels.waitFor('tasks', last.position);
    const targets = ids.length === 0 ? [] : await changedTargets(this.readModels.db, ids);
    return { targets, isRegisterChanged: ofTargets.length < events.length };
  }

  private async missedBy(user: string, since: Position | null): Promise<Told> {
    const upTo = this.#reached;
    if (since === null) return { events: [{ type: 'open' }], upTo };
    const missed = await this.readSince(since).catch(() => null);
    if (missed === null) return { events: [{ type: 'reset' }], upTo };
    const last = missed.at(-1);
    if (last === undefined) return { events: [{ type: 'open' }], upTo: since };
    const news = await this.newsOf(missed).catch(() => null);
    // Whose task it was is not known any more: everybody with something to do looks again.
    const { events } = this.told(user, new Set(news?.targets.map(({ id }) => id)), {
      news,
      upTo: last.position,
    });
    return { events: [{ type: 'open' }, ...events], upTo: last.position };
  }

  /** `null` for what is too much, and for an id that lies ahead, as after a restore. @throws InvalidPosition for what is no id */
  private async readSince(since: Position): Promise<StoredEvent[] | null> {
    const head = await this.store.head();
    if (head === null || this.store.compare(since, head) > 0) return null;
    const { events } = await this.store.readAll({ from: since, limit: MOST_MISSED, filter: FILTER });
    return events.length < MOST_MISSED ? events : null;
  }

  /** Nobody listens: the feed is left alone until somebody does. */
  private rest(): void {
    const subscription = this.#subscription;
    this.#subscription = null;
    subscription?.then((one) => one.stop()).catch(() => undefined);
  }
}
