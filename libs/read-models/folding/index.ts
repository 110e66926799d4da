export * from './kept.ts';
export * from './target-folds.ts';
