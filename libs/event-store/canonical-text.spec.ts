import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { canonicalText } from './canonical-text.ts';

describe('canonical text', () => {
  it('is what the library writes, for any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4, noUnicodeString: false }), (value) => {
        expect(canonicalText(value)).toBe(canonicalize(value));
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    [{ '10': 1, '9': 2, a: 3 }],
    [{ b: 1, a: { d: [1.5, -0, 1e21, 0.1], c: null } }],
    [{ z: undefined, y: 'ü\u2028"\\' }],
    [JSON.parse('{"__proto__":{"a":1},"a":2}')],
    [{ when: new Date(0) }],
  ])('agrees where plain JSON would not: %j', (value: unknown) =>
    expect(canonicalText(value)).toBe(canonicalize(value)),
  );

  it('refuses what JSON cannot say', () => {
    expect(() => canonicalText(Number.NaN)).toThrow();
    expect(() => canonicalText(undefined)).toThrow('Nothing to seal');
  });
});
