/** A file that was taken in; one of an earlier sheet is known by its hash only. */
export interface Evidence {
  sha256: string;
  name?: string;
}

/** Evidence may also have been named in words. */
export const evidenceOf = (text: string): Evidence =>
  /^[0-9a-f]{64}$/.test(text) ? { sha256: text } : { sha256: text, name: text };
