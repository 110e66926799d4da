export { RowGrid } from './row-grid.tsx';
