import { freshDatabase } from '../../support/database.ts';
import { RIVALS_MISSING } from '../../rivals/emmett.ts';
import { figuresOf, isFaultless, type Tally } from '../tally.ts';
import type { Attack, Verdict } from '../verdict.ts';
import type { Candidate } from './candidate.ts';
import { openEmmett } from './emmett.ts';
import { openOurs } from './ours.ts';
import { openSequenceFeed } from './sequence-feed.ts';
import { watchCandidate } from './watch-candidate.ts';

export interface Trial {
  name: string;
  open: (url: string) => Promise<Candidate | null>;
  /** Must be seen to lose; else the harness proves nothing. */
  isKnownLoser: boolean;
}

export const TRIALS: readonly Trial[] = [
  { name: 'live subscriber of Mubiao', open: openOurs, isKnownLoser: false },
  { name: 'plain sequence feed convicted', open: openSequenceFeed, isKnownLoser: true },
  { name: 'Emmett 0.42.0 convicted', open: openEmmett, isKnownLoser: true },
];

/** What a live subscriber gets to see while 16 writers commit at once. */
export const subscribers: Attack = {
  name: 'subscribers',
  run: async ({ isShort, say }) => {
    const verdicts: Verdict[] = [];
    for (const trial of TRIALS) {
      const verdict = await runTrial(trial, isShort ? 250 : 1_250);
      if (verdict === null) say(`${trial.name}: skipped, ${RIVALS_MISSING}`);
      else verdicts.push(verdict);
    }
    return verdicts;
  },
};

/** A loser's losses are a matter of chance: it gets so many chances to be caught. */
const CHANCES = 5;

/** `null` where the rival is not installed. */
export async function runTrial(trial: Trial, eventsAWriter: number): Promise<Verdict | null> {
  const { name, isKnownLoser } = trial;
  for (let chance = 1; ; chance += 1) {
    const counted = await once(trial, eventsAWriter);
    if (counted === null) return null;
    const isAsPromised = isKnownLoser ? counted.lost > 0 : isFaultless(counted);
    if (isAsPromised || !isKnownLoser || chance === CHANCES)
      return { attack: name, isAsPromised, figures: figuresOf(counted) };
  }
}

async function once({ open }: Trial, eventsAWriter: number): Promise<Tally | null> {
  const { url, drop } = await freshDatabase();
  const candidate = await open(url);
  const counted = candidate && (await watchCandidate(candidate, eventsAWriter));
  await candidate?.close();
  await drop();
  return counted;
}
