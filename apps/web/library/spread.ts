import { type IndicatorItem } from '../api/index.ts';

export type Spread = NonNullable<IndicatorItem['spread']>;

/** Where the median stands between the least and the greatest value, 0 to 100; null where all are equal. */
export function medianPlace({ least, median, greatest }: Spread): number | null {
  const width = Number(greatest) - Number(least);
  return width > 0 ? Math.round(((Number(median) - Number(least)) / width) * 100) : null;
}
