import { Buffer } from 'node:buffer';
import { randomUUID } from 'node:crypto';
import { sealEvents, type NewEvent, type Statement } from '#event-store';
import { SampleText } from './sample-text.ts';

/** Bytes of a stored body: an opinion with annotations, and a whole form. */
export const EVENT_SIZES = { '1.5 kB': 1_500, '6 kB': 6_000 } as const;

const text = new SampleText();

const row = (n: number): object => ({
  id: `i${n}`,
  level1: '产出指标',
  level2: '数量指标',
  name: text.characters(8),
  description: text.characters(30),
  operator: '≥',
  value: String(text.below(1_000)),
  unit: text.word(),
  basis: text.characters(12),
  weight: String(text.below(20)),
});

/** A statement whose envelope weighs about so many bytes: rows as of a form, text for the rest. */
function statementOf(bytes: number): Statement {
  const rows = Math.floor((bytes - 1_000) / 400);
  const indicators = Array.from({ length: rows }, (_, n) => row(n));
  const data = { indicators, comment: '' };
  const statement: Statement = {
    id: randomUUID(),
    type: 'FormRevised',
    schemaVersion: 1,
    time: '2027-03-05T10:00:00.000+08:00',
    actor: { user: 'clerk', name: '经办人', post: '科员', organisation: '河道管理站' },
    jurisdiction: '430699',
    commandId: randomUUID(),
    commandHash: '0'.repeat(64),
    correlationId: randomUUID(),
    directoryRevision: 40,
    campaignRevision: 3,
    data,
  };
  const missing = bytes - Buffer.byteLength(bodyOf(statement));
  const comment = text.characters(Math.max(0, Math.floor(missing / 3)));
  return { ...statement, data: { ...data, comment } };
}

const bodyOf = (statement: Statement): string =>
  sealEvents('target-00000000', null, [statement])[0]?.body ?? '';

/** The events of one stream, in order, each sealed over the one before it. */
export function sealedStream(stream: string, count: number, bytes: number): NewEvent[] {
  return sealEvents(
    stream,
    null,
    Array.from({ length: count }, () => statementOf(bytes)),
  );
}

/** Endless events of one size under fresh ids; made beforehand, so that a bench pays for nothing but the store. */
export function endlessEvents(bytes: number): () => NewEvent {
  const next = endless(sealedStream('target-00000000', 64, bytes));
  return () => ({ ...next(), id: randomUUID() });
}

/** The same, each sealed when it is asked for. */
export function endlessSealing(bytes: number): () => NewEvent {
  const next = endless(Array.from({ length: 64 }, () => statementOf(bytes)));
  const seal = endless([{ revision: 0, seal: '0'.repeat(64) }]);
  return () => {
    const [event] = sealEvents('target-00000000', seal(), [{ ...next(), id: randomUUID() }]);
    if (event === undefined) throw new Error('Nothing was sealed.');
    return event;
  };
}

function endless<Item>(items: readonly Item[]): () => Item {
  let next = 0;
  return () => {
    const item = items[next++ % items.length];
    if (item === undefined) throw new Error('Nothing to repeat.');
    return item;
  };
}
