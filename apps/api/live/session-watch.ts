import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Application } from '#application';
import { Access } from '#platform/access';
import { SETTINGS, type ApiSettings } from '../settings.ts';
import { Audience } from './audience.ts';
import { type LiveConnection } from './connection.ts';

const HEARTBEAT_MS = 20_000;

/** Keeps connections alive while nothing happens, and ends those whose session is over: at once or, by time, at the next beat. */
@Injectable()
export class SessionWatch implements OnModuleDestroy {
  readonly #heartbeat: NodeJS.Timeout;
  readonly #stopHearing: () => void;

  constructor(
    private readonly application: Application,
    private readonly access: Access,
    private readonly audience: Audience,
    @Inject(SETTINGS) { heartbeatMs = HEARTBEAT_MS }: ApiSettings,
  ) {
    this.#heartbeat = setInterval(() => this.beat(), heartbeatMs).unref();
    this.#stopHearing = access.sessions.onEnd((user) => this.recheck(user));
  }

  onModuleDestroy(): void {
    clearInterval(this.#heartbeat);
    this.#stopHearing();
  }

  private beat(): void {
    for (const connection of this.audience.connections()) connection.beat();
    this.recheck(null);
  }

  private recheck(user: string | null): void {
    for (const connection of this.audience.connections(user))
      this.isOver(connection).then(
        (isOver) => isOver && connection.end({ type: 'ended' }),
        // The database is away: the next beat asks again.
        () => undefined,
      );
  }

  private async isOver({ user, token }: LiveConnection): Promise<boolean> {
    const person = this.application.directory().people.get(user);
    if (!person || person.left) return true;
    return (await this.access.sessions.look(token)) !== user;
  }
}
