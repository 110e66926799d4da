const POINTS = /^(\d{1,4})(?:\.(\d{1,2}))?$/;

/** Points as hundredths, so that sums are exact; null for a text that is no number of points. */
export function pointsOf(text: string): number | null {
  const match = POINTS.exec(text);
  if (!match) return null;
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}

/** Hundredths as text with two places: 350 → "3.50". */
export const pointsText = (hundredths: number): string =>
  `${String(Math.trunc(hundredths / 100))}.${String(hundredths % 100).padStart(2, '0')}`;
