import { createWriteStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { writePackage } from '#audit';
import { auditedCounty } from '../../audit/audited-county.ts';
import type { Attack, Verdict } from '../verdict.ts';
import { isFound, isLocated, type Tamper } from './found.ts';
import { PackageTampers } from './in-package.ts';
import { RowTampers } from './in-rows.ts';

const IN_ALL = 10_000;
const SHORT = 300;
const TARGETS = ['河道保洁', '水库除险', '灌区改造', '山塘清淤'];

/** Single random changes of packages and of stored events: each must be noticed, and its place named. */
export const tampers: Attack = {
  name: 'tampers',
  run: async ({ isShort, say }) => {
    const county = await auditedCounty();
    try {
      for (const name of TARGETS) {
        await county.target(name, 3);
        await county.log.caughtUp();
        await county.keeper.signAndDeliver();
      }
      const file = join(county.folder, 'package.zip');
      const order = { id: randomUUID(), scope: { campaign: 'c' }, by: '审计组' };
      await writePackage(county.options, order, createWriteStream(file));
      await county.keeper.signAndDeliver();
      const outside = readFileSync(county.options.outsideFile, 'utf8');
      const half = (isShort ? SHORT : IN_ALL) / 2;
      const inPackage = new PackageTampers(file, join(county.folder, 'tampered.zip'));
      // Whoever follows the feed would rightly refuse one that ends earlier than it did.
      await county.application.close();
      await county.log.stop();
      const inRows = await RowTampers.over(county.options, outside);
      return [
        await counted('a package changed', half, () => inPackage.once(), say),
        await counted('stored events changed', half, () => inRows.once(), say),
      ];
    } finally {
      await county.close();
    }
  },
};

const TOLD = 1_000;

async function counted(
  attack: string,
  count: number,
  once: () => Promise<Tamper>,
  say: (line: string) => void,
): Promise<Verdict> {
  const missed: Tamper[] = [];
  let found = 0;
  for (let done = 1; done <= count; done += 1) {
    const tamper = await once();
    if (isFound(tamper)) found += 1;
    if (!isLocated(tamper)) missed.push(tamper);
    if (done % TOLD === 0) say(`${attack}: ${String(done)} of ${String(count)}`);
  }
  for (const tamper of missed.slice(0, 10)) say(`not located: ${JSON.stringify(tamper)}`);
  const located = count - missed.length;
  return {
    attack,
    isAsPromised: found === count && located === count,
    figures: `${String(count)} single changes, ${String(found)} found, ${String(located)} located`,
  };
}
