import { containing, gramsOf } from './grams.ts';

describe('searching Chinese text', () => {
  it('goes by pairs of characters, each once', () => {
    expect(gramsOf('培训次数培训')).toEqual(['培训', '训次', '次数', '数培']);
  });

  it('does not pair across a space', () => {
    expect(gramsOf('道路 养护')).toEqual(['道路', '养护']);
  });

  it('takes full-width and capital letters for plain ones', () => {
    expect(gramsOf('ＰＭ2.5')).toEqual(gramsOf('pm2.5'));
  });

  it('keeps a character outside the basic plane whole', () => {
    expect(gramsOf('𠮷田')).toEqual(['𠮷田']);
  });

  it('has no pair of a single character', () => {
    expect(gramsOf('路')).toEqual([]);
  });

  it('takes the signs of a pattern for themselves', () => {
    expect(containing('100%_\\')).toBe('%100\\%\\_\\\\%');
  });
});
