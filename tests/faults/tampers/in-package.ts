import { randomInt } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import { unzipSync, zipSync } from 'fflate';
import { verifyPackage } from '#audit';
import { any, type Place, type Tamper } from './found.ts';

type Entries = Record<string, Uint8Array>;
/** Changes entries in place and says where. */
type Change = (entries: Entries) => readonly Place[];

const text = (bytes: Uint8Array | undefined): string => Buffer.from(bytes ?? []).toString('utf8');
const linesOf = (entries: Entries, name: string): string[] => text(entries[name]).split('\n').slice(0, -1);
const eventFiles = (entries: Entries): string[] =>
  Object.keys(entries).filter((name) => /^target-.*\/events\.jsonl$/.test(name));

/** Changes the lines of a random stream; `change` says at which revision. */
const inEvents =
  (change: (lines: string[]) => { lines: string[]; revision: number }): Change =>
  (entries) => {
    const file = any(eventFiles(entries));
    const { lines, revision } = change(linesOf(entries, file));
    entries[file] = new Uint8Array(Buffer.from(lines.map((line) => `${line}\n`).join('')));
    return [{ file, stream: file.split('/')[0], revision }];
  };

/** Another character than the one that is there, and never one that ends a line. */
const altered = (line: string): string => {
  const at = randomInt(line.length);
  const other = line[at] === 'x' ? 'y' : 'x';
  return line.slice(0, at) + other + line.slice(at + 1);
};

const CHANGES: Readonly<Record<string, Change>> = {
  'a character of an event': inEvents((lines) => {
    const revision = randomInt(lines.length);
    return { lines: lines.map((line, at) => (at === revision ? altered(line) : line)), revision };
  }),
  'an event dropped': inEvents((lines) => {
    const revision = randomInt(lines.length);
    return { lines: lines.toSpliced(revision, 1), revision };
  }),
  'an event twice': inEvents((lines) => {
    const revision = randomInt(lines.length);
    return { lines: lines.toSpliced(revision, 0, lines[revision] ?? ''), revision: revision + 1 };
  }),
  'two events swapped': inEvents((lines) => {
    const revision = randomInt(lines.length - 1);
    const swapped = lines.toSpliced(revision, 2, lines[revision + 1] ?? '', lines[revision] ?? '');
    return { lines: swapped, revision };
  }),
  'a file dropped': (entries) => {
    const file = any(Object.keys(entries));
    Reflect.deleteProperty(entries, file);
    return [{ file }];
  },
  'a file added': (entries) => {
    entries['more.txt'] = new Uint8Array([1]);
    return [{ file: 'more.txt' }];
  },
};

interface PackedData {
  name: string;
  from: number;
  to: number;
}

/** A single random change of a package by somebody with a zip program, or a single flipped bit of the file. */
export class PackageTampers {
  private readonly whole: Buffer;
  private readonly entries: Entries;
  private readonly data: PackedData[];

  constructor(
    file: string,
    private readonly scratch: string,
  ) {
    this.whole = readFileSync(file);
    this.entries = unzipSync(new Uint8Array(this.whole));
    this.data = dataIn(this.whole);
  }

  /** Every other one flips a bit. */
  async once(): Promise<Tamper> {
    return randomInt(2) === 0 ? this.flipped() : this.rezipped();
  }

  private async flipped(): Promise<Tamper> {
    const bytes = Buffer.from(this.whole);
    const at = randomInt(bytes.length);
    bytes.writeUInt8(bytes.readUInt8(at) ^ (1 << randomInt(8)), at);
    const entry = this.data.find(({ from, to }) => from <= at && at < to);
    // Between the entries are the container's own fields: they belong to nobody. So do bits that fill up a last byte.
    const isOfEntry = entry !== undefined && !this.unfoldsToTheSame(entry, bytes);
    return this.told('a bit of the file', isOfEntry ? [{ file: entry.name }] : [{}], bytes);
  }

  private unfoldsToTheSame({ name, from, to }: PackedData, bytes: Buffer): boolean {
    try {
      return inflateRawSync(bytes.subarray(from, to)).equals(this.entries[name] ?? Buffer.alloc(0));
    } catch {
      return false;
    }
  }

  private async rezipped(): Promise<Tamper> {
    const entries = { ...this.entries };
    const [kind, change] = any(Object.entries(CHANGES));
    const expected = change(entries);
    return this.told(kind, expected, zipSync(entries, { level: 1 }));
  }

  private async told(kind: string, expected: readonly Place[], bytes: Uint8Array): Promise<Tamper> {
    writeFileSync(this.scratch, bytes);
    const { firstBad } = await verifyPackage(this.scratch);
    return { kind, expected, said: firstBad ?? null };
  }
}

/** Where the packed bytes of each entry are, by the central directory. */
function dataIn(zip: Buffer): PackedData[] {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  const found: PackedData[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let count = zip.readUInt16LE(end + 10); count > 0; count -= 1) {
    const [name = 0, extra = 0, comment = 0] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset));
    const local = zip.readUInt32LE(at + 42);
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    found.push({
      name: zip.toString('utf8', at + 46, at + 46 + name),
      from,
      to: from + zip.readUInt32LE(at + 20),
    });
    at += 46 + name + extra + comment;
  }
  return found;
}
