import { randomUUID } from 'node:crypto';
import Fastify from 'fastify';
import { createPostgresStore, sealOf } from '#event-store';
import { NOTHING_SPENT } from './timings.ts';

// What any API over this store costs: the server of ours without session, rights, checks, a target or a decision. It
// parses the body, appends it as an event of a stream of its own, and answers. Its argument is the database.
const [url = ''] = process.argv.slice(2);
const store = await createPostgresStore(url);
const server = Fastify();
server.put('/api/targets/:id/form', async ({ body: form }) => {
  const id = randomUUID();
  const body = JSON.stringify(form);
  const event = { id, type: 'FormRevised', body, seal: sealOf(body) };
  return { id, ...(await store.append(`plain-${id}`, 'none', [event])) };
});
const address = await server.listen({ port: 0, host: '127.0.0.1' });
let cpu = process.cpuUsage();
process.on('message', () => {
  const { user, system } = process.cpuUsage(cpu);
  cpu = process.cpuUsage();
  process.send?.({ ...NOTHING_SPENT, cpuMs: (user + system) / 1_000 });
});
process.on('disconnect', () => process.exit(0));
process.send?.({ port: Number(new URL(address).port) });
