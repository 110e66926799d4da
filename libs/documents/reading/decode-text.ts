import { UnreadableDocument } from '../messages.ts';

/** Office files of Chinese counties are UTF-8, GB18030 (GBK and GB2312 within) or UTF-16 with its mark. */
export function decodeText(bytes: Uint8Array): string {
  const marked = decodeByMark(bytes);
  const text = marked ?? attempt(bytes, 'utf-8') ?? attempt(bytes, 'gb18030');
  if (text === undefined || looksBinary(text)) throw new UnreadableDocument('UnknownFormat');
  return text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
}

function decodeByMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return attempt(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return attempt(bytes, 'utf-16be');
  return undefined;
}

function attempt(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return undefined;
    throw error;
  }
}

/** A zip, a picture or an old .doc decodes into control characters; text has only tabs, line ends and a final ^Z. */
function looksBinary(text: string): boolean {
  const controls = text.slice(0, 100_000).match(/\p{Cc}|[\uFFFE\uFFFF]/gu) ?? [];
  return controls.some((control) => !PLAIN_CONTROLS.has(control));
}

const PLAIN_CONTROLS: ReadonlySet<string> = new Set(['\t', '\n', '\v', '\f', '\r', '\u001a', '\u0085']);
