export * from './inbox.ts';
export { INBOX_CHANNEL } from './messages.ts';
export * from './preferences.ts';
export * from './record.ts';
export * from './send-due.ts';
