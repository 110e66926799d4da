import { Application, commandIdOf, hashOf, type CommandRequest, type CommandResult } from '#application';
import { createPostgresStore, type EventStore } from '#event-store';
import { givenCounty } from '../../libs/application/given.ts';
import { sampleForm } from '../load/sample-forms.ts';
import { SampleText } from '../load/sample-text.ts';
import { freshDatabase } from '../support/database.ts';
import type { Attack, Verdict } from './verdict.ts';

const COMMANDS_A_TARGET = 5;
const TARGETS_AT_A_TIME = 8;
const MOST_TIMES = 5;

/** Every command goes out one to five times at once, to two processes' worth of application: one effect each. */
export const repeatedCommands: Attack = {
  name: 'commands',
  run: async ({ isShort }) => {
    const { url, drop } = await freshDatabase();
    const stores = [await createPostgresStore(url), await createPostgresStore(url)] as const;
    const doors = await openDoors(stores);
    const targets = isShort ? 40 : 2_000;
    const told: Told[] = [];
    const queue = Array.from({ length: targets }, (_, n) => n);
    const text = new SampleText();
    await Promise.all(
      Array.from({ length: TARGETS_AT_A_TIME }, async () => {
        for (let n = queue.pop(); n !== undefined; n = queue.pop()) told.push(await live(doors, n, text));
      }),
    );
    const verdict = await judge(stores[0], told);
    for (const door of doors) await door.close();
    for (const store of stores) await store.close();
    await drop();
    return [verdict];
  },
};

type Doors = readonly [Application, Application];

async function openDoors(stores: readonly [EventStore, EventStore]): Promise<Doors> {
  const { application, keys } = await givenCounty({ store: stores[0] });
  const second = new Application({
    store: stores[1],
    keys,
    clock: { now: () => Date.now() },
    jurisdiction: { code: '430699', name: '云溪县', timeOffset: '+08:00' },
    screen: () => [],
    assess: () => ({ assessments: [], execution: { points: '10.00', steps: [] } }),
    onFailure: (error) => {
      throw error;
    },
  });
  await second.ready();
  return [application, second];
}

/** What became of one target's commands. */
interface Told {
  stream: string;
  sent: number;
  /** Commands of which two repeats were answered differently. */
  contradicted: number;
}

async function live(doors: Doors, target: number, text: SampleText): Promise<Told> {
  const told: Told = { stream: '', sent: 0, contradicted: 0 };
  const send = async (
    n: number,
    user: string,
    act: (door: Application, request: CommandRequest) => Promise<CommandResult>,
  ): Promise<string> => {
    const commandId = commandIdOf({ user, method: 'POST', path: `/target/${target}`, key: String(n) });
    const request = { user, commandId, commandHash: hashOf(n), correlationId: commandId };
    const times = 1 + ((target + n) % MOST_TIMES);
    const answers = await Promise.all(
      Array.from({ length: times }, (_, time) => act(doors[time % 2 === 0 ? 0 : 1], request)),
    );
    told.sent += times;
    if (new Set(answers.map((answer) => JSON.stringify(answer))).size > 1) told.contradicted += 1;
    return answers[0]?.id ?? '';
  };
  const [first, second, third] = [sampleForm(5, text), sampleForm(5, text), sampleForm(5, text)];
  const draft = { campaignId: 'c', unitCode: '101002', form: first };
  const id = await send(0, 'clerk', (door, request) => door.draft(draft, request));
  await send(1, 'clerk', (door, request) => door.send(id, { type: 'ReviseForm', form: second }, request));
  await send(2, 'clerk', (door, request) => door.send(id, { type: 'PresentTarget' }, request));
  const back = { type: 'HandBackTarget', comment: '请核对' } as const;
  await send(3, 'head', (door, request) => door.send(id, back, request));
  await send(4, 'clerk', (door, request) => door.send(id, { type: 'ReviseForm', form: third }, request));
  return { ...told, stream: `target-${id}` };
}

/** Every one of these commands makes exactly one event, whose envelope names the command. */
async function judge(store: EventStore, told: readonly Told[]): Promise<Verdict> {
  let [missing, surplus] = [0, 0];
  for (const { stream } of told) {
    const events = await store.readStream(stream);
    const commands = new Set(events.map(({ body }) => (JSON.parse(body) as { commandId: string }).commandId));
    missing += COMMANDS_A_TARGET - commands.size;
    surplus += events.length - commands.size;
  }
  const streams = new Set(told.map(({ stream }) => stream)).size;
  const sent = told.reduce((sum, each) => sum + each.sent, 0);
  const contradicted = told.reduce((sum, each) => sum + each.contradicted, 0);
  return {
    attack: 'commands sent one to five times act once',
    isAsPromised: missing + surplus + contradicted === 0 && streams === told.length,
    figures:
      `${told.length * COMMANDS_A_TARGET} commands in ${sent} sendings, ${missing} without effect, ` +
      `${surplus} effects too many, ${contradicted} answered differently`,
  };
}
