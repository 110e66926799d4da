import fc from 'fast-check';
import { duplicateKeyPath } from './duplicate-key.ts';
import { HttpProblem } from './http-problem.ts';
import { readJson } from './json-text.ts';

const refusedAs = (text: string): string => {
  try {
    readJson(text);
    return 'accepted';
  } catch (error) {
    return error instanceof HttpProblem ? error.body.code : 'another error';
  }
};
const hasOwnTrouble = (text: string): boolean => /__proto__|"":/.test(text);

describe('reading JSON strictly', () => {
  it('reads whatever JSON.stringify wrote of well-formed text', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5, noUnicodeString: false }), (value) => {
        const text = JSON.stringify(value);
        fc.pre(
          !hasOwnTrouble(text) &&
            !text.includes('\\u0000') &&
            text.isWellFormed() &&
            !/\\ud[89a-f]/.test(text),
        );
        expect(readJson(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it('finds a doubled key wherever it stands, and says where', () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z:"\\{}]{1,6}$/), { minLength: 1, maxLength: 5 }),
        (path) => {
          const inside = path.reduceRight(
            (text, key) => `{${JSON.stringify(key)}:[0,${text}]}`,
            '{"x":1, "x" : 2}',
          );
          expect(refusedAs(inside)).toBe('DuplicateKey');
          expect(duplicateKeyPath(inside)).toBe(`${path.map((key) => `/${key}/1`).join('')}/x`);
        },
      ),
    );
  });

  it('does not take a colon or a bracket in a text for one', () => {
    expect(readJson(String.raw`{"a":"\\\":[[{","b":"}:"}`)).toEqual({ a: String.raw`\":[[{`, b: '}:' });
  });

  it.each([
    ['{"a":1', 'MalformedJson'],
    ['', 'MalformedJson'],
    ['{"a":-1e400}', 'BadNumber'],
    ['{"":1}', 'MalformedRequest'],
    [`${'{"a":'.repeat(33)}1${'}'.repeat(33)}`, 'TooDeep'],
    [`${'{"a":'.repeat(32)}1${'}'.repeat(32)}`, 'accepted'],
    ['["\\udc00"]', 'BadText'],
    ['["\\ud83d\\ude00"]', 'accepted'],
  ])('%p: %s', (text, code) => {
    expect(refusedAs(text)).toBe(code);
  });

  it('is quick about a long list of keys', () => {
    const wide = JSON.stringify(Object.fromEntries(Array.from({ length: 20_000 }, (_, n) => [`k${n}`, n])));
    expect(Object.keys(readJson(wide) as object)).toHaveLength(20_000);
  });
});
