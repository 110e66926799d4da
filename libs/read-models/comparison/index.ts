export { comparison } from './projection.ts';
export { neighboursIn } from './query.ts';
