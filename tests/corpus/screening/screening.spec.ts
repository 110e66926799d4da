import { hasCorpus, measure } from './measure.ts';
import { measurePlanted } from './planted.ts';

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

  it('finds planted defects of every kind, and hardly anything beside them', () => {
    const kinds = [...measurePlanted(7).values()];
    const sum = (of: (count: (typeof kinds)[number]) => number) =>
      kinds.reduce((all, count) => all + of(count), 0);
    const planted = sum((count) => count.planted);
    expect(planted).toBeGreaterThan(800);
    expect(sum((count) => count.found) / planted).toBeGreaterThanOrEqual(0.97);
    expect(sum((count) => count.beside.length) / planted).toBeLessThanOrEqual(0.01);
  });
});
