import { setTimeout as wait } from 'node:timers/promises';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Thrown through the start when it is to end early. */
export class StopRequested extends Error {
  override readonly name = 'StopRequested';
}

export interface StopSignal {
  /** Aborted by the first Ctrl-C, SIGTERM or SIGHUP. Its reason is a `StopRequested`. */
  readonly signal: AbortSignal;
  /** Gives the signals back to Node. */
  dispose(): void;
}

/** Later signals change nothing: npm passes Ctrl-C on a second time, and a clean stop must not be cut short. */
export function listenForStop(): StopSignal {
  const controller = new AbortController();
  const stop = (): void => controller.abort(new StopRequested());
  for (const name of SIGNALS) process.on(name, stop);
  return {
    signal: controller.signal,
    dispose: () => {
      for (const name of SIGNALS) process.off(name, stop);
    },
  };
}

/** Waits; false = the signal was aborted meanwhile. */
export function pause(milliseconds: number, signal: AbortSignal): Promise<boolean> {
  return wait(milliseconds, true, { signal }).catch(() => false);
}

/** Rejects with the signal's reason once it is aborted. */
export function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    const end = (): void => reject(signal.reason as Error);
    if (signal.aborted) end();
    else signal.addEventListener('abort', end, { once: true });
  });
}
