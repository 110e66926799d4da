/** Every entry of a zip by its name: its record as it is packed, local head and all. */
export function entriesOf(zip: Uint8Array): Map<string, Buffer> {
  const bytes = Buffer.from(zip);
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  const listAt = bytes.readUInt32LE(end + 16);
  const found: { name: string; from: number }[] = [];
  for (let at = listAt; at < end;) {
    const length = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 46, at + 46 + length);
    found.push({ name, from: bytes.readUInt32LE(at + 42) });
    at += 46 + length + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  const starts = [...found.map(({ from }) => from), listAt].sort((a, b) => a - b);
  return new Map(
    found.map(({ name, from }) => [name, bytes.subarray(from, starts[starts.indexOf(from) + 1])]),
  );
}
