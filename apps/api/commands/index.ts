export { Commands, requestInBatch, requestOf } from './commands.ts';
export { AtDoor, TargetId, type Door } from './door.ts';
export { etagOf } from './headers.ts';
