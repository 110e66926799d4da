/** Pairs of neighbouring characters: what Chinese text is searched by, since it has no words to split at. */
export function gramsOf(text: string): string[] {
  const grams = new Set<string>();
  for (const part of normalised(text).split(/\s+/u)) {
    const characters = Array.from(part);
    for (let index = 0; index + 1 < characters.length; index += 1)
      grams.add(`${characters[index] ?? ''}${characters[index + 1] ?? ''}`);
  }
  return [...grams];
}

/** Full-width and half-width, upper and lower case are the same to whoever searches. */
export const normalised = (text: string): string => text.normalize('NFKC').toLowerCase().trim();

/** A pattern for `like` that finds the text anywhere, whatever signs it holds. */
export const containing = (text: string): string =>
  `%${normalised(text).replace(/[\\%_]/gu, (sign) => `\\${sign}`)}%`;
