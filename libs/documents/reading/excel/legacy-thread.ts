/**
 * What the thread runs that reads a legacy workbook: SheetJS alone, given bytes, answering plain cells. It is a text,
 * not a module, so that it runs the same from sources and from a build.
 */
export const LEGACY_THREAD = `
const { parentPort, workerData } = require('node:worker_threads');
const { read, utils } = require(workerData.library);
const book = read(workerData.bytes, { type: 'buffer', cellFormula: false, cellHTML: false, cellText: true, cellDates: false, bookVBA: false, sheetRows: 20000 });
const hidden = (book.Workbook?.Sheets ?? []).map(({ Hidden }) => Hidden > 0);
const sheets = book.SheetNames.filter((_, at) => !hidden[at]).map((name) => {
  const sheet = book.Sheets[name] ?? {};
  const merges = new Map((sheet['!merges'] ?? []).map(({ s, e }) => [utils.encode_cell(s), e]));
  return Object.keys(sheet).filter((key) => key[0] !== '!').flatMap((key) => {
    const { t, v, z } = sheet[key];
    if (v === undefined || v === '') return [];
    const { r, c } = utils.decode_cell(key);
    const end = merges.get(key) ?? { r, c };
    return [{ row: r + 1, column: c + 1, rowSpan: end.r - r + 1, columnSpan: end.c - c + 1, type: t, value: String(v), format: String(z ?? '') }];
  });
});
parentPort.postMessage({ sheets, isFrom1904: book.Workbook?.WBProps?.date1904 === true });
`;
