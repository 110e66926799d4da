import { unzipSync, type UnzipFileInfo } from 'fflate';
import { UnreadableDocument } from '../messages.ts';

/** What an Office file may unpack to, by its own account: the whole, one part, and how many parts. */
const LIMITS = { total: 200 * 1024 * 1024, part: 48 * 1024 * 1024, entries: 5_000 };
const ENCRYPTED_FLAG = 1;

/** The parts of an Office file (a zip): unpacked one by one, and only those that are asked for. */
export class ZipParts {
  private constructor(
    private readonly bytes: Uint8Array,
    private readonly sizes: ReadonlyMap<string, number>,
  ) {}

  /**
   * Reads the list of parts and unpacks none.
   * @throws UnreadableDocument when it is broken, encrypted, or says that it unpacks to more than the limits
   */
  static open(bytes: Uint8Array): ZipParts {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    if (bytes.byteLength > 8 && (view.getUint16(6, true) & ENCRYPTED_FLAG) !== 0)
      throw new UnreadableDocument('DocumentEncrypted');
    const sizes = new Map<string, number>();
    let total = 0;
    unzip(bytes, ({ name, originalSize }) => {
      sizes.set(name, originalSize);
      total += originalSize;
      if (total > LIMITS.total || sizes.size > LIMITS.entries)
        throw new UnreadableDocument('DocumentTooComplex');
      return false;
    });
    return new ZipParts(bytes, sizes);
  }

  has(name: string): boolean {
    return this.sizes.has(name);
  }

  /** A part's XML. A part never becomes larger than the zip says it is. */
  read(name: string): string {
    if ((this.sizes.get(name) ?? 0) > LIMITS.part) throw new UnreadableDocument('DocumentTooComplex');
    const part = unzip(this.bytes, (file) => file.name === name)[name];
    if (part === undefined) throw new UnreadableDocument('DocumentBroken');
    return decodeXml(part);
  }
}

function unzip(bytes: Uint8Array, filter: (file: UnzipFileInfo) => boolean): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter });
  } catch (error) {
    if (error instanceof UnreadableDocument) throw error;
    throw new UnreadableDocument('DocumentBroken', { cause: error });
  }
}

/** Office writes UTF-8; XML allows UTF-16 with its mark. */
function decodeXml(part: Uint8Array): string {
  const isUtf16 = (part[0] === 0xff && part[1] === 0xfe) || (part[0] === 0xfe && part[1] === 0xff);
  const encoding = isUtf16 ? (part[0] === 0xff ? 'utf-16le' : 'utf-16be') : 'utf-8';
  return new TextDecoder(encoding).decode(part);
}
