/** The system's code of an error (`ENOENT`), by shape: an error of another realm is no `instanceof Error` here. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
