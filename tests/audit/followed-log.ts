import { followFeed, logState, type AuditParts, type FollowOptions } from '#audit';

/** The log of a test, following the feed; waits for facts, never for time. */
export class FollowedLog {
  private readonly waiting = new Set<() => void>();
  private readonly followers: { stop(): Promise<void> }[] = [];

  constructor(
    private readonly parts: Pick<AuditParts, 'pool' | 'store'>,
    private readonly log: FollowOptions['log'] = () => undefined,
  ) {
    this.another();
  }

  /** One more follower, as another worker would be. */
  another(log: FollowOptions['log'] = this.log): void {
    const onGrown = (): void => {
      for (const resolve of this.waiting) resolve();
      this.waiting.clear();
    };
    const { pool, store } = this.parts;
    this.followers.push(followFeed({ pool, store, log, onGrown }));
  }

  /** Resolves when every event there is now has its leaf. */
  async caughtUp(): Promise<void> {
    const { pool } = this.parts;
    const { rows } = await pool.query<{ count: string }>(
      `select count(*) from store.events where stream <> 'seals'`,
    );
    for (;;) {
      const news = new Promise<void>((resolve) => this.waiting.add(resolve));
      if ((await logState(pool)).size >= Number(rows[0]?.count)) return;
      await news;
    }
  }

  async stop(): Promise<void> {
    await Promise.all(this.followers.map((one) => one.stop()));
  }
}
