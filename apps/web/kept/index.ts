export { forget, keep, kept, keptUnder } from './kept.ts';
