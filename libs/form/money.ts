const FEN_PER_TEN_THOUSAND_YUAN = 1_000_000n;
const AMOUNT = /^(-?)(\d+)(?:\.(\d{1,6}))?$/;

/** An amount as whole 分, so that sums on a form are exact to the last place written. */
export class Money {
  static readonly zero = new Money(0n);
  private constructor(readonly fen: bigint) {}

  /**
   * Reads an amount in 万元 with at most six places, as a form holds it.
   * @throws RangeError for any other text; forms are checked before they get here
   */
  static of(tenThousandYuan: string): Money {
    const match = AMOUNT.exec(tenThousandYuan);
    if (!match) throw new RangeError(`not an amount in 万元: ${tenThousandYuan}`);
    const [, sign, whole = '0', places = ''] = match;
    const fen = BigInt(whole) * FEN_PER_TEN_THOUSAND_YUAN + BigInt(places.padEnd(6, '0'));
    return new Money(sign ? -fen : fen);
  }

  static fromFen(fen: bigint): Money {
    return new Money(fen);
  }

  static sum(amounts: Iterable<string>): Money {
    let total = Money.zero;
    for (const amount of amounts) total = total.plus(Money.of(amount));
    return total;
  }

  plus(other: Money): Money {
    return new Money(this.fen + other.fen);
  }

  minus(other: Money): Money {
    return new Money(this.fen - other.fen);
  }

  /** Negative, zero or positive, as for sorting. */
  compare(other: Money): number {
    return this.fen < other.fen ? -1 : this.fen > other.fen ? 1 : 0;
  }

  equals(other: Money): boolean {
    return this.fen === other.fen;
  }

  /** 万元 without needless zeros: 500,000 分 → "0.5". */
  toString(): string {
    const absolute = this.fen < 0n ? -this.fen : this.fen;
    const whole = absolute / FEN_PER_TEN_THOUSAND_YUAN;
    const places = (absolute % FEN_PER_TEN_THOUSAND_YUAN).toString().padStart(6, '0').replace(/0+$/, '');
    return `${this.fen < 0n ? '-' : ''}${whole.toString()}${places && `.${places}`}`;
  }
}
