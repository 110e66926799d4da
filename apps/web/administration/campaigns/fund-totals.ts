import { type FundTotal } from '#domain/campaign';

/** A line a fund: its name and its total in 万元. */
export const linesOf = (totals: readonly FundTotal[]): string =>
  totals.map(({ fund, total }) => `${fund} ${total}`).join('\n');

const LINE = /^(?<fund>.*[^\s，：:])[\s，：:]+(?<total>[\d,.]+)$/u;
const AMOUNT = /^(?:0|[1-9]\d{0,7})(?:\.\d{1,6})?$/;

export type Read = { totals: readonly FundTotal[] } | { problem: string };

/** Of lines as they are typed, or pasted from two columns of a sheet; what cannot be read is said by its line. */
export function totalsIn(text: string): Read {
  const totals: FundTotal[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const { fund = '', total = '' } = LINE.exec(line.trim())?.groups ?? {};
    const amount = total.replaceAll(',', '');
    const where = `第 ${String(index + 1)} 行“${line.trim().slice(0, 30)}”`;
    if (fund === '') return { problem: `${where}：请写专项名称，空一格，再写总额（万元）` };
    if (!AMOUNT.test(amount)) return { problem: `${where}：“${total}”不是金额，请只填数字，最多六位小数` };
    if (totals.some((one) => one.fund === fund)) return { problem: `${where}：“${fund}”已经写过` };
    totals.push({ fund, total: amount });
  }
  return { totals };
}
