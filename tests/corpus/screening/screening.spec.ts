import { hasCorpus, measure } from './measure.ts';

const whenThereIsACorpus = hasCorpus() ? describe : describe.skip;

whenThereIsACorpus('screening the corpus (skipped: no corpus)', () => {
  const { rules, extra } = hasCorpus() ? measure() : { rules: new Map<string, never>(), extra: [] };
  const total = (key: 'hit' | 'extra' | 'missed') =>
    [...rules.values()]
      .filter(({ severity }) => severity !== 'hint')
      .reduce((sum, rule) => sum + rule[key], 0);

  it('raises no false error', () => {
    expect(extra.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('is right in nine of ten errors and warnings, and finds nine of ten defects', () => {
    expect(total('hit')).toBeGreaterThan(80);
    expect(total('hit') / (total('hit') + total('extra'))).toBeGreaterThanOrEqual(0.9);
    expect(total('hit') / (total('hit') + total('missed'))).toBeGreaterThanOrEqual(0.9);
  });
});
