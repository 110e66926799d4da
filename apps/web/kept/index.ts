export { forget, keep, kept } from './kept.ts';
