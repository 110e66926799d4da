export { Frontier, rootOver, type WholeSubtree } from './frontier.ts';
export { EMPTY_ROOT, leafData, leafHash, nodeHash, type Leaf } from './hashes.ts';
export { consistencyRanges, inclusionRanges, subtreesOf, type Range, type Subtree } from './ranges.ts';
export { provesConsistency, provesInclusion } from './verification.ts';
