import { type EventStore } from '#event-store';
import { type ReadModels } from '#read-models';

export interface Health {
  status: 'ok' | 'degraded';
  store: 'ok' | 'away';
  /** `stopped`: stands still at an event that it cannot read; `unknown` while the database is away. */
  projections:
    Readonly<Record<string, { position: string | null; state: 'running' | 'stopped' }>> | 'unknown';
}

const WITHIN_MS = 3_000;

/** Store and projections, asked with patience of their own: a probe wants an answer, not a wait. */
export async function healthOf(store: Pick<EventStore, 'head'>, readModels: ReadModels): Promise<Health> {
  const [head, statuses] = await Promise.all([
    within(store.head()).then(
      () => true,
      () => false,
    ),
    within(readModels.status()).catch(() => null),
  ]);
  const projections =
    statuses === null
      ? 'unknown'
      : Object.fromEntries(
          statuses.map(({ projection, position, failure }) => [
            projection,
            { position, state: failure === null ? ('running' as const) : ('stopped' as const) },
          ]),
        );
  const isWell = head && statuses !== null && statuses.every(({ failure }) => failure === null);
  return { status: isWell ? 'ok' : 'degraded', store: head ? 'ok' : 'away', projections };
}

async function within<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), WITHIN_MS);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
