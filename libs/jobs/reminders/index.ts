export * from './leaders.ts';
export * from './plan.ts';
export * from './standing.ts';
export * from './steps.ts';
