import { isNothing, parseAmount, parseCount } from './amounts.ts';

describe('纸面金额', () => {
  it.each([
    ['15万', '15'],
    ['120万元', '120'],
    ['1,520.67', '1520.67'],
    ['31.08 ', '31.08'],
    ['200000元', '20'],
    ['1234.5元', '0.12345'],
    ['2.5亿元', '25000'],
    ['０', '0'],
  ])('%s 是 %s 万元', (text, amount) => expect(parseAmount(text)).toBe(amount));

  it('表头写明单位为元时换算', () => expect(parseAmount('200000', '元')).toBe('20'));

  it.each(['', '无', '按实际', '15万至20万', '1.2.3', '-5'])('不是金额：%s', (text) =>
    expect(parseAmount(text)).toBeUndefined(),
  );

  it('人数去掉单位，横线和斜线是没有', () => {
    expect(parseCount('70人')).toBe('70');
    expect(['/', '—', '无', ''].every(isNothing)).toBe(true);
    expect(isNothing('0')).toBe(false);
  });
});
