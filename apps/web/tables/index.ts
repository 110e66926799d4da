export { ExportButton } from './export-button.tsx';
export { More } from './more.tsx';
export { PagedTable } from './paged-table.tsx';
