export * from './calendar/index.ts';
export * from './channels/index.ts';
export * from './inbox/index.ts';
export * from './queues/index.ts';
export * from './reminders/index.ts';
export * from './schedule/index.ts';
