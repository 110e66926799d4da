import type { Form } from '#form';
import { CopyIndex } from './near-copies.ts';
import { FormsSoFar } from './forms-so-far.ts';
import { sampleProject } from './sample-forms.ts';

/** A form of 20 indicators; forms with the same seed differ in `changed` of them. */
function formOf(seed: number, changed = 0): Form {
  const indicators = Array.from({ length: 20 }, (_, index) => ({
    id: `i${String(index)}`,
    name: `指标${String(seed)}-${String(index)}`,
    value: index < changed ? `改${String(index)}` : String(seed + index),
  }));
  return sampleProject({ name: `项目甲${String(seed)}号`, indicators });
}

describe('near copies', () => {
  it('finds a copy with one indicator of twenty changed, and says how alike they are', () => {
    const index = new CopyIndex();
    for (let seed = 0; seed < 50; seed++) index.add(`f${String(seed)}`, formOf(seed));
    expect(index.nearest(formOf(7, 1), 0.9)).toEqual([{ id: 'f7', share: 19 / 21 }]);
    expect(index.nearest(formOf(7, 4), 0.9)).toEqual([]);
    expect(index.nearest(formOf(99), 0.5)).toEqual([]);
  });

  it('misses no copy of nine tenths among 500', () => {
    const index = new CopyIndex();
    for (let seed = 0; seed < 500; seed++) index.add(`f${String(seed)}`, formOf(seed * 100));
    const found = Array.from({ length: 500 }, (_, seed) => index.nearest(formOf(seed * 100, 1), 0.9));
    expect(found.filter(([nearest]) => nearest === undefined)).toEqual([]);
  });

  it('searches 10,000 forms against each other', () => {
    const run = new FormsSoFar();
    let copies = 0;
    for (let seed = 0; seed < 10_000; seed++) {
      const form = formOf(seed % 9_000, seed < 9_000 ? 0 : 1);
      copies += run.relatedTo(form).length;
      run.add({ id: String(seed), unit: '', form });
    }
    expect(copies).toBe(1_000);
  });
});
