import { EMPTY_ROOT, nodeHash } from './hashes.ts';
import { subtreesOf, type Subtree } from './ranges.ts';

/** A subtree that has become whole. */
export interface WholeSubtree extends Subtree {
  hash: Buffer;
}

/**
 * The right edge of a log: the hashes of its whole subtrees, at most one a level. All that adding a leaf needs to know,
 * whatever the log's size; what a leaf completes is handed back to be kept.
 */
export class Frontier {
  private readonly edge: WholeSubtree[];

  /** @param hashes of `subtreesOf({ from: 0, to: size })` */
  constructor(
    private leaves = 0,
    hashes: readonly Buffer[] = [],
  ) {
    const subtrees = subtreesOf({ from: 0, to: leaves });
    this.edge = subtrees.map((subtree, index) => {
      const hash = hashes[index];
      if (hash === undefined)
        throw new RangeError(`A log of ${leaves} leaves has ${subtrees.length} subtrees.`);
      return { ...subtree, hash };
    });
  }

  get size(): number {
    return this.leaves;
  }

  /** Adds a leaf; answers the subtrees that are whole now, the leaf itself first. */
  add(hash: Buffer): WholeSubtree[] {
    let last: WholeSubtree = { level: 0, index: this.leaves, hash };
    this.leaves += 1;
    const completed = [last];
    for (let left = this.edge.at(-1); left?.level === last.level; left = this.edge.at(-1)) {
      this.edge.pop();
      last = { level: last.level + 1, index: left.index / 2, hash: nodeHash(left.hash, last.hash) };
      completed.push(last);
    }
    this.edge.push(last);
    return completed;
  }

  root(): Buffer {
    return rootOver(this.edge.map(({ hash }) => hash));
  }
}

/** The hash over neighbouring whole subtrees, given from left to right: those of `subtreesOf`. */
export function rootOver(hashes: readonly Buffer[]): Buffer {
  return hashes.length === 0 ? EMPTY_ROOT : hashes.reduceRight((right, left) => nodeHash(left, right));
}
