export { BatchResult } from './batch-result.tsx';
export { outcomeOf, type Outcome } from './outcome.ts';
