export { runSystem, SYSTEM_PROGRAMS } from './run-system.ts';
export type { SystemPrograms } from './run-system.ts';
