import { sayChange, sayValue } from './index.ts';

describe('改动的说法', () => {
  it.each([
    [{ path: '/name', kind: 'changed', from: '甲', to: '乙' }, '“甲”改为“乙”'],
    [{ path: '/attribute', kind: 'changed', from: 'new', to: 'continuing' }, '“新增项目”改为“延续项目”'],
    [{ path: '/code', kind: 'added', to: '123' }, '填入“123”'],
    [{ path: '/indicators/i1', kind: 'removed', from: { id: 'i1', name: '里程' } }, '删去“里程”'],
    [{ path: '/goals/g1', kind: 'moved', from: 1, to: 0 }, '调整了顺序'],
    [undefined, '未改'],
  ] as const)('%j', (change, words) => expect(sayChange(change)).toBe(words));

  it('没有内容的行也说得出来', () => {
    expect(sayValue({ id: 'i1' })).toBe('一行');
    expect(sayValue(undefined)).toBe('空');
  });
});
