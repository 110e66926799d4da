/** The middle of the values, `NaN` for none. */
export const median = (values: readonly number[]): number => percentile(values, 50);

/** Nearest rank; `NaN` for no values. */
export function percentile(values: Iterable<number>, rank: number): number {
  const sorted = Float64Array.from(values).sort();
  const index = Math.max(0, Math.ceil((rank / 100) * sorted.length) - 1);
  return sorted[index] ?? NaN;
}

/** Three significant digits, as a person reads them. */
export function rounded(value: number): number {
  return Number.isFinite(value) ? Number(value.toPrecision(3)) : value;
}
