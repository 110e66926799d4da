/** What a number of clients got done, each sending its next piece of work as soon as the last one is answered. */
export interface Sample {
  perSecond: number;
  /** Of every single call. */
  milliseconds: number[];
}

/** One piece of work, from asking to answer. */
export type Work = () => Promise<unknown>;

/** Runs every client for so long; what is under way at the end is waited for and counted. */
export async function runClients(clients: readonly Work[], seconds: number): Promise<Sample> {
  const milliseconds: number[] = [];
  const began = performance.now();
  const deadline = began + seconds * 1_000;
  await Promise.all(
    clients.map(async (work) => {
      for (let at = performance.now(); at < deadline;) {
        await work();
        const now = performance.now();
        milliseconds.push(now - at);
        at = now;
      }
    }),
  );
  const elapsed = (performance.now() - began) / 1_000;
  return { perSecond: milliseconds.length / elapsed, milliseconds };
}
