export { forget, keep, kept, keptUnder } from './kept.ts';
export { useKept, type Kept } from './use-kept.ts';
