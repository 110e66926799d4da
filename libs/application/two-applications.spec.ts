import fc from 'fast-check';
import { createMemoryStore, verifyStream, type EventStore } from '#event-store';
import { type Application } from './application.ts';
import { givenCounty, request } from './given.ts';
import { type CommandRequest, type CommandResult } from './request.ts';
import { type TargetCommandInput } from './target-commands.ts';

const form = { kind: 'project', name: '河道保洁' } as const;

const MOVES: readonly { user: string; command: TargetCommandInput }[] = [
  { user: 'clerk', command: { type: 'ReviseForm', form: { ...form, name: '二期' } } },
  { user: 'clerk', command: { type: 'ReviseForm', form } },
  { user: 'clerk', command: { type: 'PresentTarget' } },
  { user: 'head', command: { type: 'HandBackTarget', comment: '补充' } },
  { user: 'stranger', command: { type: 'PresentTarget' } },
];

/** A command as a random browser sends it: through either process, on what it saw, now and then a second time. */
interface Step {
  through: 0 | 1;
  move: number;
  /** Revisions behind the last one answered; `null` sends no `If-Match`. */
  behind: number | null;
  /** Sends an earlier request again, that many back. */
  repeats: number | null;
  isAtOnce: boolean;
}

const aStep: fc.Arbitrary<Step> = fc.record({
  through: fc.constantFrom(0 as const, 1 as const),
  move: fc.nat(MOVES.length - 1),
  behind: fc.option(fc.constantFrom(0, 0, 0, 1), { nil: null }),
  repeats: fc.option(fc.nat(3), { nil: null, freq: 3 }),
  isAtOnce: fc.boolean(),
});

/** The store over a network: every call takes some turns of the loop before and after it. */
function slowed(inner: EventStore, turns: () => number): EventStore {
  const slow =
    <A extends unknown[], R>(call: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      for (let left = turns(); left > 0; left -= 1) await new Promise(setImmediate);
      const answer = await call(...args);
      for (let left = turns(); left > 0; left -= 1) await new Promise(setImmediate);
      return answer;
    };
  return {
    ...inner,
    append: slow(inner.append.bind(inner)),
    readStream: slow(inner.readStream.bind(inner)),
    loadStream: slow(inner.loadStream.bind(inner)),
    readAll: inner.readAll.bind(inner),
    subscribe: inner.subscribe.bind(inner),
    head: inner.head.bind(inner),
    compare: inner.compare.bind(inner),
    close: inner.close.bind(inner),
  };
}

interface Sent {
  request: CommandRequest;
  command: TargetCommandInput;
}

/** Sends the steps; answers what each command id was answered, and what was sent at all. */
async function play(
  steps: readonly Step[],
  applications: readonly Application[],
  { id, revision: first }: CommandResult,
): Promise<{ sent: Sent[]; answers: Map<string, CommandResult[]> }> {
  const sent: Sent[] = [];
  const answers = new Map<string, CommandResult[]>();
  let [seen, open]: [number, Promise<unknown>[]] = [first, []];
  for (const { through, move, behind, repeats, isAtOnce } of steps) {
    const fresh = MOVES[move] ?? MOVES[0];
    if (fresh === undefined) throw new Error('There are no moves.');
    const expected = behind === null ? {} : { expectedRevision: seen - behind };
    const earlier = repeats === null ? undefined : sent.at(-1 - repeats);
    const one = earlier ?? { command: fresh.command, request: request(fresh.user, expected) };
    sent.push(one);
    const sending = applications[through]?.send(id, one.command, one.request).then(
      (answer) => {
        answers.set(one.request.commandId, [...(answers.get(one.request.commandId) ?? []), answer]);
        seen = Math.max(seen, answer.revision);
      },
      (error: unknown) => {
        const { name } = error as Error;
        if (!['Refusal', 'RevisionConflict', 'NotFound', 'AccessDenied'].includes(name)) throw error;
      },
    );
    open.push(Promise.resolve(sending));
    if (isAtOnce) continue;
    await Promise.all(open);
    open = [];
  }
  await Promise.all(open);
  return { sent, answers };
}

describe('two processes that remember the same target', () => {
  it('keep one unbroken chain and one effect a command, however their commands fall', async () => {
    let turns = (): number => 0;
    const store = slowed(createMemoryStore(), () => turns());
    const [here, there] = [await givenCounty({ store }), await givenCounty({ store, isSetUp: true })];
    const applications = [here.application, there.application];
    const draft = { campaignId: 'c', unitCode: '101002', form };
    await fc.assert(
      fc.asyncProperty(fc.array(aStep, { minLength: 4, maxLength: 24 }), fc.gen(), async (steps, random) => {
        const drafted = await here.application.draft(draft, request('clerk'));
        turns = () => random(fc.nat, 3);
        const { sent, answers } = await play(steps, applications, drafted);
        turns = () => 0;

        const events = await store.readStream(`target-${drafted.id}`);
        expect(verifyStream(events).intact).toBe(true);
        const writers = events.map(({ body }) => (JSON.parse(body) as { commandId: string }).commandId);
        expect(new Set(writers).size).toBe(writers.length);
        for (const commandId of writers.slice(1)) expect(answers.has(commandId)).toBe(true);
        for (const { request: one } of sent) {
          const at = writers.indexOf(one.commandId);
          if (at < 0) continue;
          if (one.expectedRevision !== undefined) expect(at).toBe(one.expectedRevision + 1);
          for (const { revision } of answers.get(one.commandId) ?? []) expect(revision).toBe(at);
        }
        const seals = applications.map(({ targets }) => targets.seal(drafted.id, 'auditor'));
        const [ours, theirs] = await Promise.all(seals);
        expect(ours).toEqual(theirs);
      }),
      { numRuns: 300 },
    );
  });
});
