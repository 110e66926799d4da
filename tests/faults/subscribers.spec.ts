import { areRivalsInstalled, RIVALS_MISSING } from '../rivals/emmett.ts';
import { runTrial, TRIALS } from './subscribers/index.ts';

describe('the harness that counts what a live subscriber loses while 16 writers commit', () => {
  it.each(TRIALS.filter(({ name }) => !name.includes('Emmett')))('$name', async (trial) => {
    expect(await runTrial(trial, 120)).toMatchObject({ isAsPromised: true });
  });

  const emmett = TRIALS.filter(({ name }) => name.includes('Emmett'));
  if (areRivalsInstalled())
    it.each(emmett)('$name', async (trial) => {
      expect(await runTrial(trial, 120)).toMatchObject({ isAsPromised: true });
    });
  else it.skip(`Emmett convicted: skipped, ${RIVALS_MISSING}`, () => undefined);
});
