const PLAIN = /^(?:约|共|计|人民币|￥|¥)?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(亿|亿元|万|万元|元|千元)?(?:整)?$/;
export type MoneyUnit = '万元' | '元';
/** Decimal places to move to get from a unit to 万元. */
const SHIFT: Readonly<Record<string, number>> = { 元: -4, 千元: -1, 万: 0, 万元: 0, 亿: 4, 亿元: 4 };

/**
 * The 万元 of a cell as a decimal string: `15万` → "15", `1,520.67` → "1520.67", `200000元` → "20".
 * @param unit what the table says its amounts are in
 * @returns undefined when the text is no amount
 */
export function parseAmount(text: string, unit: MoneyUnit = '万元'): string | undefined {
  const match = PLAIN.exec(text.normalize('NFKC').replace(/\s/g, ''));
  if (!match) return undefined;
  const [, whole = '', fraction = '', written = unit] = match;
  return shifted(whole.replaceAll(',', ''), fraction.slice(1), SHIFT[written] ?? 0);
}

/** The unit that a head or label names: 单位：元, 预算数（万元）; undefined when it names none. */
export function moneyUnitIn(text: string): MoneyUnit | undefined {
  const unit = /(?:单位:(?:人民币)?|\()(万?元)\)?$/.exec(text.normalize('NFKC').replace(/\s/g, ''))?.[1];
  return unit === '元' || unit === '万元' ? unit : undefined;
}

/** `70人` → "70"; a count or a percentage without its sign. */
export function parseCount(text: string): string | undefined {
  return /^(\d+(?:\.\d+)?)(?:人|名|个|%|分)?$/.exec(text.normalize('NFKC').replace(/\s/g, ''))?.[1];
}

/** Dashes and strokes that papers write where there is nothing. */
export const isNothing = (text: string): boolean => /^(?:无|[-—–/\\、—]{1,3}|\.)?$/.test(text.trim());

function shifted(whole: string, fraction: string, places: number): string {
  if (places === 0) return join(whole, fraction);
  if (places > 0) {
    const moved = fraction.padEnd(places, '0');
    return join(whole + moved.slice(0, places), moved.slice(places));
  }
  const padded = whole.padStart(1 - places, '0');
  return join(padded.slice(0, places), (padded.slice(places) + fraction).replace(/0+$/, ''));
}

const join = (whole: string, fraction: string): string =>
  `${whole.replace(/^0+(?=\d)/, '')}${fraction && `.${fraction}`}`;
