import type { Sample } from './clients.ts';
import { median, percentile, rounded } from './statistics.ts';

export interface Contender {
  name: string;
  /** One round of it. */
  run: () => Promise<Sample>;
}

/** All rounds of one contender; `samples[i]` was taken beside the others' `samples[i]`. */
export interface Measured {
  name: string;
  samples: readonly Sample[];
}

/**
 * Every contender once a round, beginning with another one each time, so that whatever else the machine does falls on
 * all of them. The first round warms up and is not counted.
 */
export async function pairedRounds(contenders: readonly Contender[], rounds: number): Promise<Measured[]> {
  const measured = contenders.map(({ name }) => ({ name, samples: [] as Sample[] }));
  for (let round = 0; round <= rounds; round += 1) {
    for (let turn = 0; turn < contenders.length; turn += 1) {
      const index = (round + turn) % contenders.length;
      const sample = await contenders[index]?.run();
      if (round > 0 && sample !== undefined) measured[index]?.samples.push(sample);
    }
  }
  return measured;
}

/** How often `a` got done what `b` did once: the median over the rounds, each pair taken side by side. */
export function ratioOf(a: Measured, b: Measured): number {
  return median(
    a.samples.map(({ perSecond }, round) => perSecond / (b.samples[round]?.perSecond ?? Number.NaN)),
  );
}

/** Median calls a second over the rounds, and the 50th and 99th percentile of all calls in milliseconds. */
export function summaryOf({ samples }: Measured): { perSecond: number; p50: number; p99: number } {
  const all = samples.flatMap(({ milliseconds }) => milliseconds);
  return {
    perSecond: rounded(median(samples.map(({ perSecond }) => perSecond))),
    p50: rounded(percentile(all, 50)),
    p99: rounded(percentile(all, 99)),
  };
}
