import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { INBOX_CHANNEL, type JobsParts } from '#jobs';
import { Announcements } from '#platform/announcements';
import { JOBS } from '../settings.ts';
import { Audience } from './audience.ts';

/** Tells whoever listens that their inbox has changed, in whatever process something was put into it. */
@Injectable()
export class InboxNews implements OnModuleDestroy, OnModuleInit {
  readonly #announcements: Announcements;

  constructor(
    private readonly audience: Audience,
    @Inject(JOBS) { pool }: JobsParts,
  ) {
    this.#announcements = new Announcements(pool, INBOX_CHANNEL, {
      heard: (user) => this.tell(user),
      // Something may have come unheard: everybody who listens looks again.
      deaf: () => this.tell(null),
    });
  }

  /** Before anybody listens, so that nothing is missed between. */
  async onModuleInit(): Promise<void> {
    await this.#announcements.hears();
  }

  /** Listens again where it does not any more; what came between is not known, so everybody looks once. */
  async hear(): Promise<void> {
    if (!this.#announcements.isHearing && (await this.#announcements.hears())) this.tell(null);
  }

  async onModuleDestroy(): Promise<void> {
    await this.#announcements.close();
  }

  private tell(user: string | null): void {
    for (const connection of this.audience.connections(user))
      connection.tell({ events: [{ type: 'inbox' }], upTo: null });
  }
}
