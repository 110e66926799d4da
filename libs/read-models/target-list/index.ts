export { begunIn, placesOf, type Begun, type UnitInCampaign } from './begun.ts';
export { ITEM_COLUMNS, itemOf, type ItemRow } from './item.ts';
export { targetList } from './projection.ts';
export { departmentsPublished, listPublished, type PublishedFilter } from './published.ts';
export { listTargets, type TargetFilter } from './query.ts';
export { titlesOf, type TargetTitle } from './titles.ts';
