/** An event as a writer was told it is stored, or as a reader was handed it. */
export interface Seen {
  id: string;
  stream: string;
  /** Counted from 0 within the stream. */
  revision: number;
}

export interface Tally {
  written: number;
  /** Acknowledged and never handed over. */
  lost: number;
  /** Handed over more than once. */
  doubled: number;
  /** Handed over after a later event of the same stream. */
  reordered: number;
  /** Handed over and never written by anybody. */
  invented: number;
}

export const isFaultless = ({ lost, doubled, reordered, invented }: Tally): boolean =>
  lost + doubled + reordered + invented === 0;

/** Holds what a reader was handed, in that order, against what writers were promised. */
export function tally(acknowledged: Iterable<string>, seen: readonly Seen[]): Tally {
  const written = new Set(acknowledged);
  const first = new Set<string>();
  const last = new Map<string, number>();
  const counts = { doubled: 0, reordered: 0, invented: 0 };
  for (const { id, stream, revision } of seen) {
    if (!written.has(id)) counts.invented += 1;
    else if (first.has(id)) counts.doubled += 1;
    else if (revision < (last.get(stream) ?? -1)) counts.reordered += 1;
    first.add(id);
    last.set(stream, Math.max(revision, last.get(stream) ?? -1));
  }
  const lost = [...written].filter((id) => !first.has(id)).length;
  return { written: written.size, lost, ...counts };
}

export const figuresOf = ({ written, lost, doubled, reordered, invented }: Tally): string =>
  `${written} written, ${lost} lost (${((lost / written) * 100).toFixed(1)} %), ${doubled} doubled, ` +
  `${reordered} reordered, ${invented} invented`;
