export { csvOf, saveCsv, type Sheet } from './csv.ts';
export { More } from './more.tsx';
