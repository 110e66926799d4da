import { sealEvents, type EventStore } from '#event-store';

/** An event whose data no projection of targets can take. */
export async function appendPoison(store: EventStore, id: string): Promise<string> {
  const stream = `target-${id}`;
  const [last] = await store.readStream(stream, { direction: 'backwards', limit: 1 });
  if (!last) throw new Error(`${stream} is empty.`);
  const events = sealEvents(stream, last, [
    {
      id: '00000000-0000-4000-8000-00000000dead',
      type: 'OpinionGiven',
      schemaVersion: 99,
      time: '2026-10-02T00:00:00.000+08:00',
      actor: { user: 'section', name: '', post: '', organisation: '' },
      jurisdiction: '430699',
      commandId: '00000000-0000-4000-8000-00000000beef',
      commandHash: '',
      correlationId: 'spec',
      data: {},
    },
  ]);
  return (await store.append(stream, last.revision, events)).position;
}
