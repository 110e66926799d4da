import { randomUUID } from 'node:crypto';
import {
  ANY,
  binaryEvent,
  EventStoreDBClient,
  NO_STREAM,
  type AppendExpectedRevision,
  type EventData,
} from '@eventstore/db-client';
import { startEventStoreDbDouble, type EventStoreDbDouble } from '../support/eventstoredb-double/index.ts';
import { freshStream } from './store-under-test.ts';

const event = (id: string = randomUUID(), bytes = 20): EventData =>
  binaryEvent({ id, type: 'Happened', data: Buffer.alloc(bytes, 'x'), metadata: { seal: 's' } });

/** What a real server of 23.10 was measured to do, asked of the double always and of a real one where there is one. */
describe.each(['double', 'server'] as const)('EventStoreDB facts: %s', (which) => {
  const serverUrl = process.env['EVENTSTOREDB_URL'];
  if (which === 'server' && serverUrl === undefined) {
    it.skip('skipped: no EventStoreDB server; set EVENTSTOREDB_URL=esdb://…', () => undefined);
    return;
  }
  let double: EventStoreDbDouble | null = null;
  let client: EventStoreDBClient;
  beforeAll(async () => {
    if (which === 'double') double = await startEventStoreDbDouble();
    client = EventStoreDBClient.connectionString(double?.url ?? serverUrl ?? '');
  });
  afterAll(async () => {
    await client.dispose();
    await double?.stop();
  });
  const append = async (stream: string, expectedRevision: AppendExpectedRevision, ...events: EventData[]) =>
    (await client.appendToStream(stream, events, { expectedRevision })).nextExpectedRevision;
  const wrong = (actualVersion: bigint | 'no_stream') =>
    expect.objectContaining({ type: 'wrong-expected-version', message: '', actualVersion }) as unknown;
  const revisionsOf = async (stream: string): Promise<bigint[]> => {
    const revisions: bigint[] = [];
    for await (const { event: recorded } of client.readStream(stream)) revisions.push(recorded!.revision);
    return revisions;
  };

  it('appends at NO_STREAM, then at an exact revision; of 20 racers at one revision 1 wins', async () => {
    const stream = freshStream('fact');
    expect(await append(stream, NO_STREAM, event())).toBe(0n);
    const racers = await Promise.allSettled(Array.from({ length: 20 }, () => append(stream, 0n, event())));
    expect(racers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(append(stream, 0n, event())).rejects.toEqual(wrong(1n));
    await expect(append(freshStream('fact'), 3n, event())).rejects.toEqual(wrong('no_stream'));
  });

  it('answers the first result to the same id with the same expectation or ANY, and appends it again at the end', async () => {
    const stream = freshStream('fact');
    const same = event();
    await append(stream, NO_STREAM, same);
    await append(stream, 0n, event());
    expect(await append(stream, NO_STREAM, same)).toBe(0n);
    expect(await append(stream, ANY, same)).toBe(0n);
    expect(await append(stream, 1n, same)).toBe(2n);
    expect(await revisionsOf(stream)).toEqual([0n, 1n, 2n]);
  });

  it('finds a conflict when the repeat is another or longer', async () => {
    const stream = freshStream('fact');
    const [x, y, z] = [event(), event(), event()];
    await append(stream, NO_STREAM, x, y);
    await expect(append(stream, NO_STREAM, x, z)).rejects.toEqual(wrong(1n));
    await expect(append(stream, NO_STREAM, x, y, z)).rejects.toEqual(wrong(1n));
  });

  it('reports success for an append of nothing, and no stream exists', async () => {
    const stream = freshStream('fact');
    expect(await append(stream, NO_STREAM)).toBe(0n);
    await expect(revisionsOf(stream)).rejects.toMatchObject({ type: 'stream-not-found' });
  });

  it('does not recognise an event id that is no UUID', async () => {
    await expect(append(freshStream('fact'), NO_STREAM, event('event-1'))).rejects.toMatchObject({
      type: 'unknown',
      message: 'Could not recognize BadRequest',
    });
  });

  it('takes 1,000,000 bytes and refuses 1.1 MiB', async () => {
    const stream = freshStream('fact');
    expect(await append(stream, NO_STREAM, event(randomUUID(), 1_000_000))).toBe(0n);
    await expect(append(stream, 0n, event(randomUUID(), 1.1 * 1024 * 1024))).rejects.toMatchObject({
      type: 'maximum-append-size-exceeded',
    });
  });

  it('goes on with the revisions of a stream that was deleted softly, and never reads a tombstoned one', async () => {
    const stream = freshStream('fact');
    await append(stream, NO_STREAM, event(), event());
    await client.deleteStream(stream);
    await expect(revisionsOf(stream)).rejects.toMatchObject({ type: 'stream-not-found' });
    expect(await append(stream, NO_STREAM, event())).toBe(2n);
    await client.tombstoneStream(stream);
    await expect(revisionsOf(stream)).rejects.toMatchObject({ type: 'stream-deleted' });
  });
});
