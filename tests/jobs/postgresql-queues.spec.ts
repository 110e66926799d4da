import { type Place } from './office.ts';
import { remindersContract } from './reminders.contract.ts';
import { staffingContract } from './staffing.contract.ts';

const open = (): Promise<Place> => Promise.resolve((office) => ({ databaseUrl: office.url }));
remindersContract('PostgreSQL', open);
staffingContract('PostgreSQL', open);
