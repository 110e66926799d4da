export { DEMO_JURISDICTION, LOG_LEVELS } from './configuration.ts';
export type { Configuration, LogLevel } from './configuration.ts';
export { readConfiguration } from './read-configuration.ts';
export type { ReadConfiguration } from './read-configuration.ts';
export type { Environment } from './variables.ts';
