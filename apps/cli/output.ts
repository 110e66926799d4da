/** One JSON value a line on stdout, which carries nothing else. */
export const printLine = (value: unknown): Promise<void> => printBytes(`${JSON.stringify(value)}\n`);

/** A file, or a piece of one, on stdout; waits while the reader is behind. */
export async function printBytes(bytes: Uint8Array | string): Promise<void> {
  if (process.stdout.write(bytes)) return;
  await new Promise((resolve) => process.stdout.once('drain', resolve));
}

/** A sentence for the person at the screen: progress, warnings, what went wrong. Goes to stderr. */
export function say(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}
