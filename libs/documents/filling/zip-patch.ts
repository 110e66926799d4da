import { zipSync } from 'fflate';

/** An entry of a zip: where its record stands, and its line in the list at the end (APPNOTE 4.3.7, 4.3.12). */
interface Entry {
  name: string;
  offset: number;
  line: Uint8Array;
}
const END = { signature: 0x06054b50, size: 22, count: 10, listSize: 12, listOffset: 16 };
const LINE = { signature: 0x02014b50, size: 46, name: 28, extra: 30, comment: 32, offset: 42 };
/** A figure that stands elsewhere, in the extension for files over 4 GB. */
const ELSEWHERE = 0xffffffff;
const LONGEST_COMMENT = 0xffff;

/**
 * The same zip with one entry's content replaced: every other entry is copied as it is packed, byte for byte.
 * @returns undefined where the zip is of a kind (over 4 GB, with bytes of another kind around) that is not patched
 */
export function patchZip(zip: Uint8Array, name: string, content: Uint8Array): Uint8Array | undefined {
  const end = endOf(zip);
  const entries = end === undefined ? undefined : entriesOf(zip, end);
  if (end === undefined || !entries?.some((entry) => entry.name === name)) return undefined;
  const listAt = viewOf(zip).getUint32(end + END.listOffset, true);
  const records: Uint8Array[] = [];
  const lines = new Map<Entry, Uint8Array>();
  let written = 0;
  const inOrder = [...entries].sort((a, b) => a.offset - b.offset);
  for (const [at, entry] of inOrder.entries()) {
    const kept = zip.subarray(entry.offset, inOrder[at + 1]?.offset ?? listAt);
    const { record, line } = entry.name === name ? packed(name, content) : { record: kept, line: entry.line };
    lines.set(entry, at32(line, LINE.offset, written));
    records.push(record);
    written += record.length;
  }
  const list = entries.flatMap((entry) => lines.get(entry) ?? []);
  const listSize = list.reduce((sum, { length }) => sum + length, 0);
  const last = at32(at32(zip.subarray(end), END.listSize, listSize), END.listOffset, written);
  return Buffer.concat([...records, ...list, last]);
}

const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array): DataView =>
  new DataView(buffer, byteOffset, byteLength);

/** Where the record at the end of a zip begins; a comment may follow it. */
function endOf(zip: Uint8Array): number | undefined {
  const view = viewOf(zip);
  const first = Math.max(0, zip.length - END.size - LONGEST_COMMENT);
  for (let at = zip.length - END.size; at >= first; at -= 1)
    if (view.getUint32(at, true) === END.signature) return at;
  return undefined;
}

/** The entries in the order of the list; undefined where the list is not to be followed. */
function entriesOf(zip: Uint8Array, end: number): Entry[] | undefined {
  const view = viewOf(zip);
  const count = view.getUint16(end + END.count, true);
  const listAt = view.getUint32(end + END.listOffset, true);
  const entries: Entry[] = [];
  let at = listAt;
  while (entries.length < count) {
    if (at + LINE.size > end || view.getUint32(at, true) !== LINE.signature) return undefined;
    const length = view.getUint16(at + LINE.name, true);
    const rest = view.getUint16(at + LINE.extra, true) + view.getUint16(at + LINE.comment, true);
    const offset = view.getUint32(at + LINE.offset, true);
    const name = new TextDecoder().decode(zip.subarray(at + LINE.size, at + LINE.size + length));
    const next = at + LINE.size + length + rest;
    entries.push({ name, offset, line: zip.subarray(at, next) });
    at = next;
  }
  const isPlain = at === end && Math.min(...entries.map(({ offset }) => offset)) === 0;
  return isPlain && entries.every(({ offset }) => offset < listAt && offset !== ELSEWHERE)
    ? entries
    : undefined;
}

/** The record and the line of an entry: those of a zip that holds nothing else. */
function packed(name: string, content: Uint8Array): { record: Uint8Array; line: Uint8Array } {
  const zip = zipSync({ [name]: content }, { mtime: new Date(2020, 0, 1) });
  const end = zip.length - END.size;
  const listAt = viewOf(zip).getUint32(end + END.listOffset, true);
  return { record: zip.subarray(0, listAt), line: zip.subarray(listAt, end) };
}

/** A copy with a figure of 32 bits replaced. */
function at32(bytes: Uint8Array, at: number, figure: number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  viewOf(copy).setUint32(at, figure, true);
  return copy;
}
