export { register } from './projection.ts';
export { windowOf } from './tables.ts';
