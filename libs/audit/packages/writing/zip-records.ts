import { crc32 } from 'node:zlib';
import {
  CENTRAL,
  CENTRAL_BYTES,
  END,
  END64,
  END64_BYTES,
  END_BYTES,
  LARGE,
  LOCAL,
  LOCAL_BYTES,
  LOCATOR,
  LOCATOR_BYTES,
  MANY,
} from '../zip-format.ts';

const DEFLATED = 8;
/** The name is in UTF-8. */
const FLAGS = 0x0800;
const VERSION = 20;
const VERSION64 = 45;
/** Unix, so that the mode is taken from the attributes. */
const MADE_BY = (3 << 8) | VERSION64;
const ATTRIBUTES = 0o100644 * 0x10000;

/**
 * An entry as it stands in the file: header, name and packed content. An entry was in memory as a whole, so its sizes
 * are known and short.
 * @param made `2027-01-31T09:30:00…`; the format knows even seconds and no time zone
 */
export function localEntry(name: string, content: Buffer, packed: Buffer, made: string): Buffer {
  const bytes = Buffer.from(name);
  const header = Buffer.alloc(LOCAL_BYTES);
  const { date, time } = dosTime(made);
  header.writeUInt32LE(LOCAL, 0);
  header.writeUInt16LE(VERSION, 4);
  header.writeUInt16LE(FLAGS, 6);
  header.writeUInt16LE(DEFLATED, 8);
  header.writeUInt16LE(time, 10);
  header.writeUInt16LE(date, 12);
  header.writeUInt32LE(crc32(content), 14);
  header.writeUInt32LE(packed.length, 18);
  header.writeUInt32LE(content.length, 22);
  header.writeUInt16LE(bytes.length, 26);
  return Buffer.concat([header, bytes, packed]);
}

function dosTime(made: string): { date: number; time: number } {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] =
    made.match(/\d+/g)?.map(Number) ?? [];
  return {
    date: ((year - 1980) << 9) | (month << 5) | day,
    time: (hour << 11) | (minute << 5) | (second >> 1),
  };
}

/** The directory's line of an entry that stands at `at`: it repeats the entry's own header. */
export function centralRecord(entry: Buffer, at: number): Buffer {
  const record = Buffer.alloc(CENTRAL_BYTES);
  record.writeUInt32LE(CENTRAL, 0);
  record.writeUInt16LE(MADE_BY, 4);
  entry.copy(record, 6, 4, LOCAL_BYTES);
  record.writeUInt32LE(ATTRIBUTES, 38);
  record.writeUInt32LE(Math.min(at, LARGE), 42);
  const name = entry.subarray(LOCAL_BYTES, LOCAL_BYTES + entry.readUInt16LE(26));
  if (at < LARGE) return Buffer.concat([record, name]);
  const long = Buffer.alloc(28);
  long.writeUInt16LE(1, 0);
  long.writeUInt16LE(24, 2);
  long.writeBigUInt64LE(BigInt(entry.readUInt32LE(22)), 4);
  long.writeBigUInt64LE(BigInt(entry.readUInt32LE(18)), 12);
  long.writeBigUInt64LE(BigInt(at), 20);
  record.writeUInt16LE(VERSION64, 6);
  record.fill(0xff, 20, 28);
  record.writeUInt16LE(long.length, 30);
  return Buffer.concat([record, name, long]);
}

/** What ends the file, by the directory that stands before it, with room for a comment of that many bytes. */
export function endRecords(
  directory: { count: number; length: number; from: number },
  comment: number,
): Buffer {
  const { count, length, from } = directory;
  const end = Buffer.alloc(END_BYTES);
  end.writeUInt32LE(END, 0);
  end.writeUInt16LE(Math.min(count, MANY), 8);
  end.writeUInt16LE(Math.min(count, MANY), 10);
  end.writeUInt32LE(Math.min(length, LARGE), 12);
  end.writeUInt32LE(Math.min(from, LARGE), 16);
  end.writeUInt16LE(comment, 20);
  if (count < MANY && length < LARGE && from < LARGE) return end;
  return Buffer.concat([longEnd(directory), end]);
}

function longEnd({ count, length, from }: { count: number; length: number; from: number }): Buffer {
  const record = Buffer.alloc(END64_BYTES);
  record.writeUInt32LE(END64, 0);
  record.writeBigUInt64LE(BigInt(END64_BYTES - 12), 4);
  record.writeUInt16LE(MADE_BY, 12);
  record.writeUInt16LE(VERSION64, 14);
  record.writeBigUInt64LE(BigInt(count), 24);
  record.writeBigUInt64LE(BigInt(count), 32);
  record.writeBigUInt64LE(BigInt(length), 40);
  record.writeBigUInt64LE(BigInt(from), 48);
  const locator = Buffer.alloc(LOCATOR_BYTES);
  locator.writeUInt32LE(LOCATOR, 0);
  locator.writeBigUInt64LE(BigInt(from + length), 8);
  locator.writeUInt32LE(1, 16);
  return Buffer.concat([record, locator]);
}
