/** A table as it leaves the page: heads, then rows; a number stays one. */
export interface Sheet {
  /** The file's name without its ending. */
  name: string;
  heads: readonly string[];
  rows: readonly (readonly (string | number)[])[];
}

/** What spreadsheets take for a formula (OWASP, CSV injection): such a cell is marked as text. */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/u;

function cellText(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) && !/^-?\d+(?:\.\d+)?$/u.test(value) ? `'${value}` : value;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** RFC 4180 with the mark by which Excel and WPS know UTF-8. */
export const csvOf = ({ heads, rows }: Sheet): string =>
  `\uFEFF${[heads, ...rows].map((row) => row.map(cellText).join(',')).join('\r\n')}\r\n`;

/** Hands the table to the browser as a file. */
export function saveCsv(sheet: Sheet): void {
  const address = URL.createObjectURL(new Blob([csvOf(sheet)], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${sheet.name}.csv`;
  link.click();
  URL.revokeObjectURL(address);
}
