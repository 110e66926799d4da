import { createHash, randomBytes } from 'node:crypto';
import { DEFAULT_RULE_SET } from '#domain';
import { type CampaignCommand } from '#domain/campaign';
import { type DirectoryCommand, type Role } from '#domain/directory';
import { type Finding } from '#domain/target';
import { createMemoryStore, type EventStore } from '#event-store';
import { Application, INSTALLATION } from './application.ts';
import { hashOf, randomCommandId } from './command-id.ts';
import { type Clock, type PersonKeys } from './ports.ts';
import { type CommandRequest } from './request.ts';

/** Keys of persons for specs: real encryption, kept in a map. */
export function memoryPersonKeys(): PersonKeys {
  const keys = new Map<string, { id: string; secret: Buffer }>();
  const idOf = (subject: object): string =>
    createHash('sha256').update(JSON.stringify(subject)).digest('hex');
  return {
    keyOf(subject) {
      const id = idOf(subject);
      const key = keys.get(id) ?? { id, secret: randomBytes(32) };
      keys.set(id, key);
      return Promise.resolve(key);
    },
    secretsOf: (ids) =>
      Promise.resolve(
        new Map(ids.flatMap((id) => (keys.has(id) ? [[id, keys.get(id)?.secret ?? Buffer.alloc(0)]] : []))),
      ),
    erase: (subject) => Promise.resolve(keys.delete(idOf(subject)) ? 1 : 0),
  };
}

export const request = (user: string, change: Partial<CommandRequest> = {}): CommandRequest => ({
  user,
  commandId: randomCommandId(),
  commandHash: hashOf(change.commandId ?? null),
  correlationId: 'spec',
  ...change,
});

const person = (
  user: string,
  place: { unit: string } | { section: string },
  role: Role,
): DirectoryCommand[] => [
  { type: 'RegisterPerson', user, username: user, name: `${user}某`, post: '科员', place, leads: true },
  { type: 'GrantRole', user, role },
];

const COUNTY: DirectoryCommand[] = [
  { type: 'RegisterUnit', code: '101', name: '水利局', departmentCode: '101' },
  { type: 'RegisterUnit', code: '101002', name: '河道管理站', departmentCode: '101' },
  { type: 'RegisterUnit', code: '102', name: '教育局', departmentCode: '102' },
  { type: 'RegisterSection', id: 'farm', name: '农业股', kind: 'business', departments: ['101'] },
  { type: 'RegisterSection', id: 'perf', name: '绩效股', kind: 'performance', departments: [] },
  ...person('clerk', { unit: '101002' }, 'clerk'),
  ...person('head', { unit: '101002' }, 'head'),
  ...person('stranger', { unit: '102' }, 'clerk'),
  ...person('section', { section: 'farm' }, 'section'),
  ...person('performance', { section: 'perf' }, 'performance'),
  ...person('auditor', { section: 'perf' }, 'auditor'),
];

const CAMPAIGN: CampaignCommand = {
  type: 'OpenCampaign',
  name: '2027年度',
  fiscalYear: 2027,
  chains: {
    project: [
      { id: 'section', name: '业务股室', reviewers: 'section', rule: 'any' },
      { id: 'performance', name: '绩效股', reviewers: 'performance', rule: 'any' },
    ],
  },
  windows: {},
  ruleSet: DEFAULT_RULE_SET,
  resumeAt: 'first',
  departmentsGrant: true,
};

export interface County {
  application: Application;
  store: EventStore;
  keys: PersonKeys;
}

/** A small county with one campaign `c`, on the memory store unless another is given. */
export async function givenCounty(
  options: { store?: EventStore; clock?: Clock; findings?: Finding[]; isSetUp?: boolean } = {},
): Promise<County> {
  const store = options.store ?? createMemoryStore();
  const keys = memoryPersonKeys();
  let now = Date.UTC(2026, 9, 1);
  const application = new Application({
    store,
    keys,
    clock: options.clock ?? { now: () => (now += 1000) },
    jurisdiction: { code: '430699', name: '云溪县', timeOffset: '+08:00' },
    screen: () => options.findings ?? [],
    assess: () => ({ assessments: [], execution: { points: '10.00', steps: [] } }),
    onFailure: (error) => {
      throw error;
    },
  });
  await application.ready();
  if (options.isSetUp) return { application, store, keys };
  for (const command of COUNTY) await application.sendToDirectory(command, request(INSTALLATION));
  await application.sendToCampaign('c', CAMPAIGN, request(INSTALLATION));
  return { application, store, keys };
}
