export * from './directory.ts';
export { decideDirectory, evolveDirectory } from './decider.ts';
export * from './rights.ts';
