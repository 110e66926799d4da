export { checkEvents, type EventsVerdict } from './check-events.ts';
export {
  checkHistory,
  HISTORY_TERMS,
  type HistoryBad,
  type HistoryFault,
  type HistoryVerdict,
} from './check-history.ts';
export { checkRoots, linesIn, type CheckedRoots } from './check-roots.ts';
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
