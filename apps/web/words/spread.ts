/** 90 至 98，中位数 95; one value where all are equal. Decimal text in the indicator's own unit. */
export function spreadText(spread: { least: string; median: string; greatest: string }): string {
  const { least, median, greatest } = spread;
  return least === greatest ? `都是 ${least}` : `${least} 至 ${greatest}，中位数 ${median}`;
}
