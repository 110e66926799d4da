import type { Measurement } from '../measuring/index.ts';
import { aYear } from './a-year.ts';
import { queueSpeed } from './queue-speed.ts';

/** What reminding a whole county for a year takes, and what its queues cost on both backends. */
export const reminders: Measurement = {
  name: 'reminders',
  run: async (bench) => [await queueSpeed(bench), await aYear(bench)],
};
