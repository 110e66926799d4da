import fc from 'fast-check';
import { Money } from './money.ts';

describe('金额', () => {
  it('以万元读写，精确到分', () => {
    expect(Money.of('1520.67').fen).toBe(1_520_670_000n);
    expect(Money.of('0.000001').fen).toBe(1n);
    expect(Money.of('100.50').toString()).toBe('100.5');
    expect(Money.of('13.18').minus(Money.of('13')).toString()).toBe('0.18');
    expect(Money.of('0').minus(Money.of('0.5')).toString()).toBe('-0.5');
  });

  it('加总不丢失末位', () => {
    expect(Money.sum(['0.1', '0.2']).equals(Money.of('0.3'))).toBe(true);
    expect(Money.sum([]).toString()).toBe('0');
  });

  it('不是万元金额的文字不读', () => {
    for (const text of ['', '1,000', '1e3', '0.0000001', '二十'])
      expect(() => Money.of(text)).toThrow(RangeError);
  });

  it('写出再读入，分毫不差', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }), (fen) => {
        expect(Money.of(Money.fromFen(fen).toString()).fen).toBe(fen);
      }),
    );
  });
});
