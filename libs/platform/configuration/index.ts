export { DEMO_JURISDICTION, LOG_LEVELS } from './configuration.ts';
export type { Configuration, LogLevel } from './configuration.ts';
export { DEMO_ACCOUNTS, demoNoteIn, openAccountsOf, readDemoNote, type DemoNote } from './demo.ts';
export type { OidcConfiguration } from './oidc.ts';
export type { NoticeConfiguration } from './notices.ts';
export { masterFileOf, signingFilesOf, TIME_OFFSET } from './places.ts';
export { readConfiguration } from './read-configuration.ts';
export type { ReadConfiguration } from './read-configuration.ts';
export type { Environment } from './variables.ts';
