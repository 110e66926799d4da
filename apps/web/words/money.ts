/** `12345.5` → 12,345.5: an amount in 万元 as a ledger has it; what is no number stands as written. */
export function grouped(amount: string | undefined): string {
  if (amount === undefined) return '';
  const [whole = '', places] = amount.split('.');
  if (!/^\d+$/u.test(whole)) return amount;
  const thousands = whole.replace(/\B(?=(\d{3})+(?!\d))/gu, ',');
  return places === undefined ? thousands : `${thousands}.${places}`;
}

/** What somebody typed or pasted as an amount: without separators, spaces and full-width forms. */
export const ungrouped = (text: string): string =>
  text.normalize('NFKC').replace(/[,\s]/gu, '').replace(/万元$/u, '');
