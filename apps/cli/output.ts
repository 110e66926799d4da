/** One JSON value a line on stdout, which carries nothing else; waits while the reader is behind. */
export async function printLine(value: unknown): Promise<void> {
  if (process.stdout.write(`${JSON.stringify(value)}\n`)) return;
  await new Promise((resolve) => process.stdout.once('drain', resolve));
}

/** A sentence for the person at the screen: progress, warnings, what went wrong. Goes to stderr. */
export function say(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}
