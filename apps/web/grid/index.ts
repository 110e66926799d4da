export { RowGrid } from './row-grid.tsx';
export { type PasteOutcome } from './writing.ts';
