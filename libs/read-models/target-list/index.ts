export { ITEM_COLUMNS, itemOf, type ItemRow, type TargetItem } from './item.ts';
export { targetList } from './projection.ts';
export { listTargets, type TargetFilter } from './query.ts';
