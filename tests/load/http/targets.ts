import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { Application, openPersonKeys, systemClock, type TargetCommandInput } from '#application';
import { createPostgresStore, type EventStore } from '#event-store';
import { request } from '../../../libs/application/given.ts';
import { HERE } from '../../http/county.ts';
import { retold, type Model } from '../histories.ts';
import { sampleForm } from '../sample-forms.ts';
import { SampleText } from '../sample-text.ts';
import { BENCH_MASTER_KEY } from './people.ts';

export const INDICATORS = 40;
export const REVISIONS = 10;

/** Streams of 10 revisions to send commands to, written straight into the log under ids that are then given out. */
export class Targets {
  private readonly ids: string[] = [];

  private constructor(
    private readonly store: EventStore,
    readonly model: Model,
  ) {}

  /** Drafts that wait to be revised. */
  static async drafts(store: EventStore, application: Application): Promise<Targets> {
    const forms = endlessForms();
    const revisions = Array.from({ length: REVISIONS - 1 }, (): Deed => [
      'clerk',
      { type: 'ReviseForm', form: forms() },
    ]);
    return new Targets(store, await modelOf(store, application, [forms(), ...revisions]));
  }

  /** Targets that wait for their first opinion. */
  static async inReview(store: EventStore, application: Application): Promise<Targets> {
    const forms = endlessForms();
    const present: Deed = ['clerk', { type: 'PresentTarget' }];
    const back: Deed = ['head', { type: 'HandBackTarget', comment: '请核对合同金额' }];
    const revise: Deed = ['clerk', { type: 'ReviseForm', form: forms() }];
    const submit: Deed = ['head', { type: 'SubmitTarget', answers: [] }];
    const deeds = [present, back, revise, present, back, present, back, present, submit];
    return new Targets(store, await modelOf(store, application, [forms(), ...deeds]));
  }

  /** As many as a round may need; made before it. */
  async fill(count: number): Promise<void> {
    const missing = Array.from({ length: Math.max(0, count - this.ids.length) }, () => randomUUID());
    await Promise.all(
      missing.map((id) => this.store.append(`target-${id}`, 'none', retold(this.model, `target-${id}`))),
    );
    this.ids.push(...missing);
  }

  /** @throws when a round was faster than anybody thought */
  take(): string {
    const id = this.ids.pop();
    if (id === undefined) throw new Error('More commands than targets.');
    return id;
  }
}

/** An application of this process over the API's database, to make the first targets with. */
export async function openBeside(
  databaseUrl: string,
): Promise<{ store: EventStore; application: Application; close: () => Promise<void> }> {
  const store = await createPostgresStore(databaseUrl);
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  const application = new Application({
    store,
    clock: systemClock,
    keys: await openPersonKeys(pool, BENCH_MASTER_KEY),
    jurisdiction: { code: '990100', name: '望川县', timeOffset: '+08:00' },
    screen: () => [],
    assess: () => ({ assessments: [], execution: { points: '10.00', steps: [] } }),
    onFailure: (error) => {
      throw error;
    },
  });
  await application.ready();
  const close = async (): Promise<void> => {
    await application.close();
    await store.close();
    await pool.end();
  };
  return { store, application, close };
}

type Deed = readonly [user: string, command: TargetCommandInput];

export function endlessForms(): () => ReturnType<typeof sampleForm> {
  const text = new SampleText();
  return () => sampleForm(INDICATORS, text);
}

/** A target that was drafted with this form and went through these deeds. */
async function modelOf(
  store: EventStore,
  application: Application,
  [form, ...deeds]: readonly [ReturnType<typeof sampleForm>, ...Deed[]],
): Promise<Model> {
  const draft = { campaignId: '2027', unitCode: HERE.unit, form };
  const { id } = await application.draft(draft, request('clerk'));
  for (const [user, command] of deeds) await application.send(id, command, request(user));
  const model = JSON.parse((await store.loadStream(`target-${id}`)).text) as Model;
  if (model.length !== REVISIONS) throw new Error(`The sample target has ${model.length} revisions.`);
  return model;
}
