import { readFileSync } from 'node:fs';
import { cataloguePage } from './catalogue.ts';
import { RULES } from './rules/index.ts';

describe('the documentation page of the rules', () => {
  it('is current: run npm run docs:screening after changing a rule', () => {
    const page = new URL('../../docs/screening-rules.md', import.meta.url);
    expect(readFileSync(page, 'utf8')).toBe(cataloguePage(RULES));
  });

  it('has each code once', () => {
    const codes = RULES.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
  });
});
