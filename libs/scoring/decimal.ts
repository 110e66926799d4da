import { Decimal as Base } from 'decimal.js';

/** Decimal arithmetic of the points: 40 digits, half up, so that a whole number of steps is exactly whole. */
export const Decimal = Base.clone({ precision: 40, rounding: Base.ROUND_HALF_UP });
export type Decimal = Base;

export const ZERO = new Decimal(0);
export const ONE = new Decimal(1);
export const HUNDRED = new Decimal(100);

/** Points as they are printed and compared: two places, half up ("4.00"). */
export function pointsText(points: Decimal): string {
  return points.toFixed(2);
}

/** A figure as an examiner writes it: no trailing zeros, never an exponent. */
export function figure(value: Decimal): string {
  return value.toFixed();
}
