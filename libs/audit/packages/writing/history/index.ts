export { historyDocument, type HistoryContent, type HistoryHeading } from './history-document.ts';
