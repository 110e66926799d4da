import { type IndicatorItem } from '../api/index.ts';

export type Spread = NonNullable<IndicatorItem['spread']>;

/** Where the median stands between the least and the greatest value, 0 to 100; null where all are equal. */
export function medianPlace({ least, median, greatest }: Spread): number | null {
  const width = Number(greatest) - Number(least);
  return width > 0 ? Math.round(((Number(median) - Number(least)) / width) * 100) : null;
}

/** 90 至 98，中位数 95; one value where all are equal. */
export function spreadText({ least, median, greatest }: Spread): string {
  return least === greatest ? `都是 ${least}` : `${least} 至 ${greatest}，中位数 ${median}`;
}
