import { createPostgresStore, type EventStore } from '#event-store';
import {
  openReadModels,
  runProjections,
  scopeOf,
  type ReadModels,
  type RunningProjections,
  type Scope,
} from '#read-models';
import { type FormInput } from '#form';
import { givenCounty, request, type County } from '../../libs/application/given.ts';
import { freshDatabase } from '../support/database.ts';

export interface ProjectedCounty extends County {
  url: string;
  close(): Promise<void>;
}

/** The county of the application's specs over a PostgreSQL of its own, without projections running yet. */
export async function projectedCounty(): Promise<ProjectedCounty> {
  const { url, drop } = await freshDatabase();
  const store = await createPostgresStore(url);
  const county = await givenCounty({ store });
  return {
    ...county,
    url,
    close: async () => {
      await county.application.close();
      await store.close();
      await drop();
    },
  };
}

/** All projections over the store; what they complain of fails the test when it ends. */
export const projecting = (url: string, store: EventStore): Promise<RunningProjections> =>
  runProjections({ databaseUrl: url, store, log: () => undefined });

export interface ViewedCounty extends ProjectedCounty {
  views: ReadModels;
  /** What this person may see. @throws Error for nobody */
  scopeFor: (user: string) => Scope;
}

/** The county with its projections running and its views open. */
export async function viewedCounty(): Promise<ViewedCounty> {
  const county = await projectedCounty();
  const { url, store, application } = county;
  const running = await projecting(url, store);
  const views = await openReadModels({ databaseUrl: url, store });
  return {
    ...county,
    views,
    scopeFor: (user) => {
      const directory = application.directory();
      const person = directory.people.get(user);
      if (!person) throw new Error(`Nobody is called ${user}.`);
      return scopeOf(person, directory);
    },
    close: async () => {
      await views.close();
      await running.stop();
      await county.close();
    },
  };
}

export const formNamed = (name: string, indicator = '保洁里程'): FormInput => ({
  kind: 'project',
  name,
  contact: { name: '周宁', phone: '13900000000' },
  funding: { thisYear: { total: '12.5' } },
  indicators: [
    {
      level1: '产出指标',
      level2: '数量指标',
      name: indicator,
      operator: '≥',
      value: '120',
      unit: '公里',
      scoringRule: '每少1%扣1分，扣完为止。',
    },
  ],
});

type Deed = 'present' | 'submit' | 'section' | 'performance' | 'grant';

/** Drafts a target and takes it as far as the deeds go; answers its id and the feed's position after the last. */
export async function targetThat(
  { application }: County,
  form: FormInput,
  ...deeds: readonly Deed[]
): Promise<{ id: string; position: string }> {
  const drafted = await application.draft({ campaignId: 'c', unitCode: '101002', form }, request('clerk'));
  let { position } = drafted;
  const agree = { type: 'GiveOpinion', decision: 'approve', comment: '同意', annotations: [] } as const;
  const grant = { documentNumber: '云财预〔2027〕1号', date: '2026-12-01', amount: '12.5' };
  const sending = {
    present: () => application.send(drafted.id, { type: 'PresentTarget' }, request('clerk')),
    submit: () => application.send(drafted.id, { type: 'SubmitTarget', answers: [] }, request('head')),
    section: () => application.send(drafted.id, agree, request('section')),
    performance: () => application.send(drafted.id, agree, request('performance')),
    grant: () => application.send(drafted.id, { type: 'GrantTarget', ...grant }, request('performance')),
  };
  for (const deed of deeds) ({ position } = await sending[deed]());
  if (position === null) throw new Error('Nothing was written.');
  return { id: drafted.id, position };
}
