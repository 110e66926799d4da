export * from './calendar/index.ts';
export * from './reminders/index.ts';
