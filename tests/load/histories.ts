import { randomUUID } from 'node:crypto';
import type { TargetCommandInput } from '#application';
import type { FormInput } from '#form';
import { sealEvents, type Envelope, type EventStore, type NewEvent } from '#event-store';
import { givenCounty, request } from '../../libs/application/given.ts';
import { sampleForm } from './sample-forms.ts';
import { SampleText } from './sample-text.ts';

/** A stream as the system itself wrote it, to be written again under other names. */
export type Model = readonly Envelope[];

const AGREE: TargetCommandInput = {
  type: 'GiveOpinion',
  decision: 'approve',
  comment: '同意',
  annotations: [],
};
const BACK: TargetCommandInput = {
  type: 'GiveOpinion',
  decision: 'return',
  comment: '指标值依据不足，请补充测算过程',
  annotations: [{ path: '/indicators/i0/value', comment: '与上年实际不符' }],
};

/** From draft through one return to approval; three of its events hold a whole form. */
const lifeOf = (form: () => FormInput): readonly (readonly [user: string, command: TargetCommandInput])[] => [
  ['clerk', { type: 'ReviseForm', form: form() }],
  ['clerk', { type: 'PresentTarget' }],
  ['head', { type: 'HandBackTarget', comment: '请核对合同金额' }],
  ['clerk', { type: 'PresentTarget' }],
  ['head', { type: 'SubmitTarget', answers: [] }],
  ['section', AGREE],
  ['performance', BACK],
  ['clerk', { type: 'ReviseForm', form: form() }],
  ['clerk', { type: 'PresentTarget' }],
  ['head', { type: 'SubmitTarget', answers: [] }],
  ['section', AGREE],
  ['performance', AGREE],
];

/** What a county's register and some targets look like in a store, made by real commands. */
export async function countyModels(
  targets: number,
  indicators: number,
): Promise<{ register: Map<string, NewEvent[]>; models: Model[] }> {
  const { application, store } = await givenCounty();
  const text = new SampleText();
  const nextForm = (): FormInput => sampleForm(indicators, text);
  const models: Model[] = [];
  const register = await registerIn(store);
  for (let n = 0; n < targets; n += 1) {
    const { id } = await application.draft(
      { campaignId: 'c', unitCode: '101002', form: nextForm() },
      request('clerk'),
    );
    for (const [user, command] of lifeOf(nextForm)) await application.send(id, command, request(user));
    models.push(await modelIn(store, `target-${id}`));
  }
  await application.close();
  return { register, models };
}

/** The same story as another stream: own ids, sealed anew. */
export function retold(model: Model, stream: string): NewEvent[] {
  return sealEvents(
    stream,
    null,
    model.map((envelope) => ({ ...envelope, id: randomUUID(), commandId: randomUUID() })),
  );
}

/** A draft that was revised again and again until its stream has so many events. */
export async function longModel(events: number, indicators: number): Promise<Model> {
  const { models } = await countyModels(1, indicators);
  const [drafted, ...rest] = models[0] ?? [];
  const revised = rest.find(({ type }) => type === 'FormRevised');
  if (drafted === undefined || revised === undefined) throw new Error('The sample life has no revision.');
  return [drafted, ...Array.from({ length: events - 1 }, () => revised)];
}

async function modelIn(store: EventStore, stream: string): Promise<Model> {
  const { text } = await store.loadStream(stream);
  return JSON.parse(text) as Model;
}

async function registerIn(store: EventStore): Promise<Map<string, NewEvent[]>> {
  const { events } = await store.readAll();
  const streams = new Map<string, NewEvent[]>();
  for (const event of events) streams.set(event.stream, [...(streams.get(event.stream) ?? []), event]);
  return streams;
}
