export { indicatorLibrary } from './projection.ts';
export { searchIndicators, type IndicatorFilter, type IndicatorItem } from './query.ts';
