import { openShared, runWriters, type WritersPlan } from './writers.ts';
import type { SharedLog } from './store-under-test.ts';

// A child of the concurrency contract: its orders are its one argument, as JSON.
const { log, plan } = JSON.parse(process.argv[2] ?? '') as { log: SharedLog; plan: WritersPlan };
const store = await openShared(log);
await runWriters(store, plan);
await store.close();
