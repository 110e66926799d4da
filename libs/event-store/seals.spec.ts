import { randomUUID } from 'node:crypto';
import type { StoredEvent } from './port.ts';
import { canonicalText } from './canonical-text.ts';
import { sealEvents, sealOf, verifyStream, type Envelope, type Statement } from './seals.ts';

const statement = (type: string, data: unknown = { 名称: '交流学习次数', 数: 5 }): Statement => ({
  id: randomUUID(),
  type,
  schemaVersion: 1,
  time: '2026-03-01T09:00:00.000+08:00',
  actor: { user: 'clerk' },
  jurisdiction: '430000',
  commandId: randomUUID(),
  commandHash: 'c'.repeat(64),
  correlationId: randomUUID(),
  data,
});

function stored(count: number): StoredEvent[] {
  const statements = Array.from({ length: count }, (_, index) => statement(`Happened${index}`));
  return sealEvents('target-1', null, statements).map((event, revision) => ({
    ...event,
    stream: 'target-1',
    revision,
    position: String(revision + 1),
  }));
}

/** The third event as somebody with access to the table might leave it. */
function tampered(change: (event: StoredEvent) => Partial<StoredEvent>): StoredEvent[] {
  return stored(5).map((event) => (event.revision === 2 ? { ...event, ...change(event) } : event));
}

function rewritten(event: StoredEvent, change: (envelope: Envelope) => unknown): Partial<StoredEvent> {
  const body = canonicalText(change(JSON.parse(event.body) as Envelope));
  return { body, seal: sealOf(body) };
}

describe('sealEvents', () => {
  it('stores the canonical text and chains every event to the one before it', () => {
    const [first, second] = sealEvents('target-1', null, [statement('A'), statement('B')]);
    expect(canonicalText(JSON.parse(first!.body))).toBe(first!.body);
    expect(JSON.parse(first!.body)).toMatchObject({ v: 1, stream: 'target-1', revision: 0, previous: null });
    expect(JSON.parse(second!.body)).toMatchObject({ revision: 1, previous: first!.seal });
    expect(second!.seal).toBe(sealOf(second!.body));
  });

  it('goes on from the head of the loaded stream', () => {
    const [next] = sealEvents('target-1', { revision: 7, seal: 'f'.repeat(64) }, [statement('A')]);
    expect(JSON.parse(next!.body)).toMatchObject({ revision: 8, previous: 'f'.repeat(64) });
  });

  it('seals the known vector', () => {
    expect(sealOf('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  it('refuses what JSON cannot say', () => {
    expect(() => sealEvents('s', null, [statement('A', { amount: Number.NaN })])).toThrow('NaN');
  });
});

describe('verifyStream', () => {
  it('finds an untouched stream intact and gives its head', () => {
    const events = stored(5);
    expect(verifyStream(events)).toEqual({ intact: true, events: 5, head: events[4]!.seal });
    expect(verifyStream([])).toEqual({ intact: true, events: 0, head: null });
  });

  it.each<[string, (event: StoredEvent) => Partial<StoredEvent>]>([
    ['seal', ({ body }) => ({ body: body.replace('5', '6') })],
    ['unreadable', () => ({ body: 'no json', seal: sealOf('no json') })],
    ['form', ({ body }) => ({ body: ` ${body}`, seal: sealOf(` ${body}`) })],
    ['place', (event) => rewritten(event, (envelope) => ({ ...envelope, stream: 'target-2' }))],
    ['name', ({ type }) => ({ type: `${type}Else` })],
    ['name', () => ({ id: randomUUID() })],
    ['chain', (event) => rewritten(event, (envelope) => ({ ...envelope, previous: 'a'.repeat(64) }))],
  ])('names the third event with "%s" when its row was changed', (why, change) => {
    const events = tampered(change);
    const { head, ...rest } = verifyStream(events);
    expect(rest).toEqual({
      intact: false,
      events: 3,
      firstBad: { revision: 2, id: events[2]!.id, why },
    });
    expect(head).toBe(events[1]!.seal);
  });

  it.each([
    ['numbers for keys', '{"10":1,"9":2}', true],
    ['deep order', '{"a":[{"b":1,"c":{"d":"é","e":1e+30}}]}', true],
    ['keys out of order', '{"a":[{"c":1,"b":2}]}', false],
    ['a key twice', '{"a":1,"a":1}', false],
    ['a number written at length', '{"a":1.0}', false],
    ['minus zero', '{"a":-0}', false],
    ['an escape too many', '{"a":"\\u00e9"}', false],
  ])('judges the form by RFC 8785: %s', (_, body, isCanonical) => {
    const event = { id: randomUUID(), type: 'A', stream: 's', revision: 0, position: '1' };
    const { firstBad } = verifyStream([{ ...event, body, seal: sealOf(body) }]);
    expect(firstBad?.why).toBe(isCanonical ? 'place' : 'form');
  });

  it('names the event after one whose body and seal were both rewritten', () => {
    const events = tampered((event) => rewritten(event, (envelope) => ({ ...envelope, data: {} })));
    expect(verifyStream(events).firstBad).toMatchObject({ revision: 3, why: 'chain' });
  });

  it('finds a dropped, a swapped and an inserted event', () => {
    const [a, b, c] = stored(3) as [StoredEvent, StoredEvent, StoredEvent];
    expect(verifyStream([a, c]).firstBad).toMatchObject({ revision: 2, why: 'gap' });
    expect(verifyStream([a, c, b]).firstBad).toMatchObject({ revision: 2, why: 'gap' });
    expect(verifyStream([b, a, c]).firstBad).toMatchObject({ revision: 1, why: 'gap' });
    expect(verifyStream([a, b, { ...b, revision: 2 }]).firstBad).toMatchObject({ revision: 2, why: 'place' });
  });
});
