export {
  anchorOf,
  holds,
  proveConsistency,
  proveInclusion,
  type Anchor,
  type ConsistencyProof,
  type InclusionProof,
} from './proofs.ts';
export { listKeys, listRoots, type KeyInUse, type RootsPage } from './roots.ts';
