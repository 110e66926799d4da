import { nodeHash } from './hashes.ts';

/** Is the leaf with this hash the one at `leaf` in the log of that size and root? RFC 9162, 2.1.3.2. */
export function provesInclusion(
  { leaf, hash, proof }: { leaf: number; hash: Buffer; proof: readonly Buffer[] },
  { size, root }: { size: number; root: Buffer },
): boolean {
  if (leaf < 0 || leaf >= size) return false;
  let place = leaf;
  let last = size - 1;
  let reached = hash;
  for (const sibling of proof) {
    if (last === 0) return false;
    if (place % 2 === 1 || place === last) {
      reached = nodeHash(sibling, reached);
      for (; place % 2 === 0 && place > 0; last = half(last)) place = half(place);
    } else {
      reached = nodeHash(reached, sibling);
    }
    place = half(place);
    last = half(last);
  }
  return last === 0 && reached.equals(root);
}

interface Log {
  size: number;
  root: Buffer;
}

/** Is the first log the beginning of the second? RFC 9162, 2.1.4.2. */
export function provesConsistency(first: Log, second: Log, proof: readonly Buffer[]): boolean {
  if (first.size > second.size) return false;
  if (first.size === second.size) return proof.length === 0 && first.root.equals(second.root);
  // Nothing is the beginning of everything.
  if (first.size === 0) return proof.length === 0;
  const isWhole = Number.isInteger(Math.log2(first.size));
  const [start, ...path] = isWhole ? [first.root, ...proof] : proof;
  return start !== undefined && leadsToBoth({ first, second }, start, path);
}

function leadsToBoth(logs: { first: Log; second: Log }, start: Buffer, path: readonly Buffer[]): boolean {
  let place = logs.first.size - 1;
  let last = logs.second.size - 1;
  for (; place % 2 === 1; last = half(last)) place = half(place);
  let [old, now] = [start, start];
  for (const sibling of path) {
    if (last === 0) return false;
    if (place % 2 === 1 || place === last) {
      old = nodeHash(sibling, old);
      now = nodeHash(sibling, now);
      for (; place % 2 === 0 && place > 0; last = half(last)) place = half(place);
    } else {
      now = nodeHash(now, sibling);
    }
    place = half(place);
    last = half(last);
  }
  return last === 0 && old.equals(logs.first.root) && now.equals(logs.second.root);
}

/** Shifts of JavaScript end at 32 bits. */
const half = (n: number): number => Math.floor(n / 2);
