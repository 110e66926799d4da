export * from './projection.ts';
export * from './table.ts';
