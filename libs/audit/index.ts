export * from './log/index.ts';
export * from './orders/index.ts';
export * from './packages/index.ts';
export * from './reading/index.ts';
export * from './record/index.ts';
export * from './signing/index.ts';
