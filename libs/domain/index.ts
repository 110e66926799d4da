export * from './glossary.ts';
export * from './recorded.ts';
export * from './refusal.ts';
export * from './rule-set.ts';
