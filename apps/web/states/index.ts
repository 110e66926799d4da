export { Loaded } from './loaded.tsx';
export { PageBoundary } from './page-boundary.tsx';
export { Restored } from './restored.tsx';
export { Failed, NoRight, Nothing, Waiting } from './states.tsx';
export { sayAtFields } from './say-at-fields.ts';
