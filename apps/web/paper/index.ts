export { gravestAt, isChanged, marksOf, type Mark, type Marks } from './marks.ts';
export { MatrixTable } from './matrix-table.tsx';
export { Paper } from './paper.tsx';
