import { type RunningSystem } from '../end-to-end/running-system.ts';
import { type Visitor } from '../http/visitor.ts';

interface Seen {
  form: object;
  revision: number;
}

const read = async (visitor: Visitor, id: string): Promise<Seen> =>
  (await visitor.get(`/api/targets/${id}`)).body as unknown as Seen;

/** A sound form of last year's by the clerk that waits for the head anew. */
export async function presented(system: RunningSystem): Promise<string> {
  const clerk = await system.as('clerk');
  const { body: campaigns } = await clerk.get('/api/campaigns');
  const all = campaigns['items'] as { id: string; state: string }[];
  const open = all.find(({ state }) => state === 'open');
  // Not one that another test has brought to its end this year.
  const last = all.find(({ id }) => id !== open?.id);
  const { body: mine } = await clerk.get(`/api/targets?state=evaluated&campaign=${last?.id ?? ''}&limit=1`);
  const { form } = await read(clerk, (mine['items'] as { id: string }[])[0]?.id ?? '');
  const { body } = await clerk.post('/api/targets', {
    campaignId: open?.id,
    unitCode: '301001',
    form: { ...form, fiscalYear: 2027 },
  });
  const id = String(body.id);
  await done(clerk, id, 'presentation', {});
  return id;
}

/** The same, with the department. */
export async function submitted(system: RunningSystem): Promise<string> {
  const id = await presented(system);
  await done(await system.as('head'), id, 'submission', { answers: [] });
  return id;
}

/** The same, agreed to by everybody and granted: the unit may evaluate itself. */
export async function granted(system: RunningSystem): Promise<string> {
  const id = await submitted(system);
  for (const who of ['department', 'section', 'performance'])
    await done(await system.as(who), id, 'opinions', { decision: 'approve', comment: '同意' });
  const grant = { documentNumber: '望财绩〔2027〕97号', date: '2027-03-01', amount: '36' };
  await done(await system.as('leader'), id, 'grant', grant);
  return id;
}

async function done(visitor: Visitor, id: string, what: string, body: object): Promise<void> {
  const { revision } = await read(visitor, id);
  const reply = await visitor.command(id, revision, what, body);
  expect([reply.status, reply.body['detail']]).toEqual([200, undefined]);
}
