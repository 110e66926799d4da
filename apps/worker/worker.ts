import type { Logger } from 'pino';
import { openEventStore, type EventStorePlace } from '#platform/event-store';
import type { RunningProgram } from '#platform/program';
import { runProjections } from '#read-models';
import { runAudit, type AuditPlace } from './run-audit.ts';
import { runReminders, type RemindersPlace } from './reminders/run-reminders.ts';

/** Everything that runs beside the answering of requests: projections, the signed log of all events, reminders. */
export async function startWorker(
  place: EventStorePlace & AuditPlace & RemindersPlace,
  log: Logger,
): Promise<RunningProgram> {
  const closers: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const one of closers.splice(0).reverse()) await one();
  };
  const say = (sentence: string, error?: unknown): void => log.warn({ err: error }, sentence);
  try {
    const store = await openEventStore(place);
    closers.push(() => store.close());
    const projections = await runProjections({ databaseUrl: place.databaseUrl, store, log: say });
    closers.push(() => projections.stop());
    const audit = await runAudit(place, store, say);
    closers.push(() => audit.stop());
    const reminders = await runReminders(place, store, say);
    closers.push(() => reminders.stop());
    return { close };
  } catch (error) {
    await close();
    throw error;
  }
}
