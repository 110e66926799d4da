export { anchorText, historyOf, writeHistory } from './target-history.ts';
