import { remindersContract } from './reminders.contract.ts';

remindersContract('PostgreSQL', () => Promise.resolve((office) => ({ databaseUrl: office.url })));
