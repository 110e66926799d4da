export { gravestAt, isChanged, marksOf, type Mark, type Marks } from './marks.ts';
export { Paper } from './paper.tsx';
