export { indicatorLibrary } from './projection.ts';
export { searchIndicators, type IndicatorFilter } from './query.ts';
