import { wordsOf } from './choice-words.ts';

describe('wordsOf', () => {
  it('tells a choice by its word, and nothing else otherwise than it is', () => {
    expect(wordsOf('/attribute', 'continuing')).toBe('延续项目');
    expect(wordsOf('/category', 'other-special')).toBe('其他专项类');
    expect(wordsOf('/kind', 'overall')).toBe('部门整体支出');
    expect(wordsOf('/name', 'new')).toBe('new');
    expect(wordsOf('/attribute', '旧写法')).toBe('旧写法');
  });
});
