/** Leaves from `from` up to, but without, `to`, counted from 0: a subtree whose hash stands in a proof. */
export interface Range {
  from: number;
  to: number;
}

/** A subtree over 2^level leaves, the index-th of its level: the only kind whose hash never changes as the log grows. */
export interface Subtree {
  level: number;
  index: number;
}

/** The audit path of a leaf in the log of that size, from the leaf upwards. RFC 6962, 2.1.1. @throws RangeError */
export function inclusionRanges(leaf: number, size: number): Range[] {
  if (leaf < 0 || leaf >= size) throw new RangeError(`Leaf ${leaf} is not in a log of ${size}.`);
  const path: Range[] = [];
  let { from, to }: Range = { from: 0, to: size };
  while (to - from > 1) {
    const middle = from + split(to - from);
    if (leaf < middle) {
      path.unshift({ from: middle, to });
      to = middle;
    } else {
      path.unshift({ from, to: middle });
      from = middle;
    }
  }
  return path;
}

/** What proves that the log of size `first` is the beginning of the one of size `second`. RFC 6962, 2.1.2. @throws RangeError */
export function consistencyRanges(first: number, second: number): Range[] {
  if (first < 0 || first > second) throw new RangeError(`No log of ${second} begins with ${first} leaves.`);
  if (first === 0 || first === second) return [];
  const proof: Range[] = [];
  let { from, to }: Range = { from: 0, to: second };
  while (to !== first) {
    const middle = from + split(to - from);
    if (first <= middle) {
      proof.unshift({ from: middle, to });
      to = middle;
    } else {
      proof.unshift({ from, to: middle });
      from = middle;
    }
  }
  // The verifier knows the whole old log by its root.
  return from === 0 ? proof : [{ from, to }, ...proof];
}

/** The whole subtrees, from left to right, that a range of a proof (or a log from 0) is made of. */
export function subtreesOf({ from, to }: Range): Subtree[] {
  const subtrees: Subtree[] = [];
  for (let start = from; start < to;) {
    let level = Math.floor(Math.log2(to - start));
    while (2 ** level > to - start) level -= 1;
    subtrees.push({ level, index: start / 2 ** level });
    start += 2 ** level;
  }
  return subtrees;
}

/** The largest power of two that is smaller than n (n > 1). */
function split(n: number): number {
  let power = 1;
  while (power * 2 < n) power *= 2;
  return power;
}
