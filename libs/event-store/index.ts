export type * from './port.ts';
export {
  CheckpointAhead,
  InvalidAppend,
  InvalidPosition,
  StoreUnavailable,
  WrongExpectedRevision,
  type AppendFault,
} from './errors.ts';
export { MAX_APPEND_BYTES } from './append-rules.ts';
export { keepUp, type Following, type KeepUpOptions } from './keep-up.ts';
export { canonicalText } from './canonical-text.ts';
export { createMemoryStore } from './memory.ts';
export { createPostgresStore, schemaInPlace, type PostgresStoreOptions } from './postgresql/index.ts';
export { createEventStoreDbStore, type EventStoreDbOptions } from './eventstoredb/index.ts';
export {
  faultOf,
  sealEvents,
  sealOf,
  verifyStream,
  type Envelope,
  type SealedPlace,
  type SealFault,
  type Statement,
  type Verification,
} from './seals.ts';
export {
  UnknownEvent,
  upcasting,
  type Upcaster,
  type UpcasterRegistry,
  type Upcasting,
} from './upcasting.ts';
