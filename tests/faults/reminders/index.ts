import { hasRedis } from '../../jobs/redis-server.ts';
import type { Attack, Extent, Verdict } from '../verdict.ts';
import { emptiedPlan, emptiedQueues, killedWorker, lostRedis, type Disturbance } from './disturbances.ts';
import { RemindedOffice, type Losses } from './reminded-office.ts';

/** Each way of losing something at random moments: the inbox has everything once, mail went out at least once. */
export const reminders: Attack = {
  name: 'reminders',
  run: async (extent) => {
    const verdicts: Verdict[] = [];
    for (const disturbance of [killedWorker, emptiedQueues, emptiedPlan, ...(hasRedis ? [lostRedis] : [])])
      verdicts.push(await disturbed(disturbance, extent));
    if (!hasRedis) extent.say('Redis killed: skipped, no redis-server on this machine');
    return verdicts;
  },
};

async function disturbed({ name, prepare }: Disturbance, { isShort, say }: Extent): Promise<Verdict> {
  const times = isShort ? 3 : 50;
  const reminded = await RemindedOffice.open();
  try {
    const prepared = await prepare(reminded);
    const places = new Map<string, number>();
    try {
      for (let time = 0; time < times; time += 1) {
        const place = await prepared.disturb(time);
        places.set(place, (places.get(place) ?? 0) + 1);
        if (time % 10 === 9) say(`${name}, ${time + 1} of ${times}`);
      }
    } finally {
      await prepared.end();
    }
    const losses = await reminded.losses();
    return {
      attack: `reminders: ${name} ${times} times at random moments`,
      isAsPromised: isKept(losses),
      figures: figuresOf(losses, [...places.keys()]),
    };
  } finally {
    await reminded.close();
  }
}

/** A mail may come twice where the record says so itself: the provider took it and the worker died before it knew. */
const isKept = ({ told, lost, doubled, mailLost, mailDoubled, doubtful }: Losses): boolean =>
  told > 0 && lost + doubled + mailLost === 0 && mailDoubled <= doubtful;

const figuresOf = (losses: Losses, places: readonly string[]): string =>
  `inbox ${losses.told} told, ${losses.lost} lost, ${losses.doubled} doubled; ` +
  `mail ${losses.mailed} taken, ${losses.mailLost} lost, ${losses.mailDoubled} doubled, ` +
  `${losses.doubtful} known as doubtful; ${places.length} different moments` +
  (places.length <= 6 ? ` (${[...places].sort().join(', ')})` : '');
