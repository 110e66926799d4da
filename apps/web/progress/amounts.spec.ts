import { type TargetItem } from '../api/index.ts';
import { amountFor, withoutAmount } from './amounts.ts';

const item = (id: string, amount?: string): TargetItem =>
  ({ id, ...(amount !== undefined && { amount }) }) as TargetItem;

describe('批复金额', () => {
  it('没有改过的按申报金额', () => expect(amountFor(item('a', '86.4'), {})).toBe('86.4'));

  it('认得从 Excel 粘贴来的写法', () =>
    expect(amountFor(item('a', '86.4'), { a: ' 1，086.40万元' })).toBe('1086.40'));

  it('清空或写成文字的不能批复', () =>
    expect(
      withoutAmount([item('a', '5'), item('b', '5'), item('c')], { a: '', b: '约五' }).map(({ id }) => id),
    ).toEqual(['a', 'b', 'c']));
});
