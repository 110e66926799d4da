import { randomUUID } from 'node:crypto';
import { checkAppend } from './append-rules.ts';
import { InvalidAppend } from './errors.ts';
import type { ExpectedRevision, NewEvent } from './port.ts';

const event = (change: Partial<NewEvent> = {}): NewEvent => ({
  id: randomUUID(),
  type: 'Happened',
  body: '{}',
  seal: 'a'.repeat(64),
  ...change,
});
const twice = event();

function faultOf(stream: string, expected: ExpectedRevision, events: NewEvent[]): string {
  try {
    checkAppend(stream, expected, events);
    return 'taken';
  } catch (error) {
    return error instanceof InvalidAppend ? error.fault : String(error);
  }
}

describe('checkAppend', () => {
  it.each([
    ['no-events', []],
    ['id-not-uuid', [event({ id: 'x' })]],
    ['id-twice', [twice, { ...twice, id: twice.id.toUpperCase() }]],
    ['type-name', [event({ type: '$system' })]],
    ['type-name', [event({ type: '' })]],
    ['text', [event({ body: '"\0"' })]],
    ['too-large', [event({ body: '目'.repeat(340_000) })]],
    ['too-large', [event({ body: 'a'.repeat(500_000) }), event({ body: 'a'.repeat(500_000) })]],
  ])('refuses %s', (fault, events) => {
    expect(faultOf('s', 'none', events)).toBe(fault);
  });

  it.each(['', '$all', 'a\0b', 'x'.repeat(201)])('refuses the stream name %j', (stream) => {
    expect(faultOf(stream, 'any', [event()])).toBe('stream-name');
  });

  it.each([-1, 0.5, Number.NaN])('refuses the revision %d', (expected) => {
    expect(faultOf('s', expected, [event()])).toBe('expectation');
  });

  it('takes what is just small enough', () => {
    expect(faultOf('s', 0, [event({ body: 'a'.repeat(999_840) })])).toBe('taken');
  });
});
