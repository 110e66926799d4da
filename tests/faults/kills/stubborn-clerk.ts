import { randomUUID } from 'node:crypto';
import { HERE, PASSWORD } from '../../http/county.ts';
import { Visitor, type Reply } from '../../http/visitor.ts';
import { sampleForm } from '../../load/sample-forms.ts';

/** What one clerk was told: for every key the target that came of it. */
export type Promised = ReadonlyMap<string, string>;

/** Signs the clerk in, once: many sign-ins under one name at the same time look like guessing. */
export async function signInStubbornly(base: string): Promise<Visitor> {
  const visitor = new Visitor(base);
  await whileAway(() => visitor.post('/api/session', { username: 'clerk', password: PASSWORD }), 200);
  return visitor;
}

/** Drafts one target after the other until told to stop; whatever does not answer is asked again under the same key. */
export async function draftStubbornly(
  visitor: Visitor,
  { onReply, signal }: { onReply: () => void; signal: AbortSignal },
): Promise<Promised> {
  const promised = new Map<string, string>();
  while (!signal.aborted) {
    const key = randomUUID();
    const draft = { campaignId: '2027', unitCode: HERE.unit, form: sampleForm(3) };
    const headers = { 'idempotency-key': key };
    const { body } = await whileAway(() => visitor.post('/api/targets', draft, headers), 201);
    promised.set(key, body.id ?? '');
    onReply();
  }
  return promised;
}

const BEFORE_NEXT_MS = 20;

/** @throws for an answer that is neither the wanted one nor 503 */
async function whileAway(ask: () => Promise<Reply>, wanted: number): Promise<Reply> {
  for (;;) {
    // A connection that is refused or cut says nothing of what was done.
    const reply = await ask().catch(() => null);
    if (reply?.status === wanted) return reply;
    if (reply !== null && reply.status !== 503)
      throw new Error(`The API answered ${reply.status}: ${JSON.stringify(reply.body)}`);
    await new Promise((resolve) => setTimeout(resolve, BEFORE_NEXT_MS));
  }
}
