import { StoreUnavailable } from './errors.ts';

export interface Patience {
  /** How long to try again. */
  ms: number;
  /** What a failure in the end leaves the caller with. */
  outcome: StoreUnavailable['outcome'];
  /** Will another try, after a while, perhaps succeed? */
  isPassing: (error: unknown) => boolean;
}

const FIRST_PAUSE_MS = 25;
const LONGEST_PAUSE_MS = 500;

/**
 * Tries again while the failure is a passing one and patience lasts.
 * @throws StoreUnavailable with the last cause; any other error as it is
 */
export async function patiently<T>(patience: Patience, work: () => Promise<T>): Promise<T> {
  const end = Date.now() + patience.ms;
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    try {
      return await work();
    } catch (error) {
      if (!patience.isPassing(error)) throw error;
      if (Date.now() + pause > end) throw new StoreUnavailable(patience.outcome, error);
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
}
