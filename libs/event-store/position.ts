import { InvalidPosition } from './errors.ts';
import type { Position } from './port.ts';

/** The number behind a position of the stores that count their feed. @throws InvalidPosition */
export function positionNumber(position: Position): bigint {
  if (!/^\d{1,18}$/.test(position)) throw new InvalidPosition(position);
  return BigInt(position);
}

export function compareNumbers(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
