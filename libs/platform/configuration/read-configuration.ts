import { attachmentsIn } from './attachment-store.ts';
import type { Configuration } from './configuration.ts';
import { DEMO_JURISDICTION, LOG_LEVELS } from './configuration.ts';
import { noticesIn } from './notices.ts';
import { oidcIn } from './oidc.ts';
import { sealKeyIn } from './seal-key.ts';
import { hostIn, numberIn, oneOf, originIn, refused, textIn, urlIn } from './variables.ts';
import type { Environment, Reading } from './variables.ts';

export type ReadConfiguration =
  | { ok: true; configuration: Configuration }
  /** One Chinese sentence for each broken variable, which it names. */
  | { ok: false; problems: string[] };

/** Reads and checks the environment, all of it at once. An empty variable counts as one that is not set. */
export function readConfiguration(env: Environment): ReadConfiguration {
  const problems: string[] = [];
  const read = <T>(reading: Reading<T>): T => {
    if (reading.problem !== undefined) problems.push(reading.problem);
    return reading.value;
  };
  const oidc = oidcIn(env);
  const notices = noticesIn(env);
  const attachments = attachmentsIn(env);
  const production = read(oneOf(env, 'NODE_ENV', ['development', 'test', 'production'], 'development'));
  const port = read(numberIn(env, 'PORT', { least: 1, most: 65_535, otherwise: 3000 }));
  const configuration: Configuration = {
    production: production === 'production',
    host: read(hostIn(env, 'HOST', '127.0.0.1')),
    port,
    origin: read(originIn(env, 'MUBIAO_ORIGIN', `http://localhost:${port}`)),
    dataFolder: read(textIn(env, 'MUBIAO_DATA')) ?? './data',
    jurisdiction: read(jurisdictionIn(env)),
    sealMinutes: read(numberIn(env, 'MUBIAO_SEAL_MINUTES', { least: 1, most: 1_440, otherwise: 10 })),
    notices: notices.value,
    attachments: attachments.value,
    logLevel: read(oneOf(env, 'LOG_LEVEL', LOG_LEVELS, 'info')),
    ...given('databaseUrl', read(urlIn(env, 'DATABASE_URL', ['postgresql', 'postgres']))),
    ...given('eventStoreUrl', read(urlIn(env, 'EVENTSTOREDB_URL', ['esdb', 'esdb+discover']))),
    ...given('redisUrl', read(urlIn(env, 'REDIS_URL', ['redis', 'rediss']))),
    ...given('keysFile', read(textIn(env, 'MUBIAO_KEYS'))),
    ...given('sealKeyFile', read(textIn(env, 'MUBIAO_SEAL_KEY'))),
    ...given('sealKeyText', read(sealKeyIn(env))),
    ...given('sealWebhook', read(urlIn(env, 'MUBIAO_SEAL_WEBHOOK', ['https', 'http']))),
    ...given('oidc', oidc.value),
    ...given('demoPassword', read(demoPasswordIn(env, production === 'production'))),
  };
  problems.push(...oidc.problems, ...notices.problems, ...attachments.problems);
  return problems.length === 0 ? { ok: true, configuration } : { ok: false, problems };
}

const given = <K extends string, T>(key: K, value: T | undefined): Partial<Record<K, T>> =>
  value === undefined ? {} : ({ [key]: value } as Record<K, T>);

function jurisdictionIn(env: Environment): Reading<string> {
  const { value, problem } = textIn(env, 'MUBIAO_JURISDICTION');
  if (problem !== undefined) return { value: DEMO_JURISDICTION, problem };
  if (value === undefined || /^\d{6}$/.test(value)) return { value: value ?? DEMO_JURISDICTION };
  return refused('MUBIAO_JURISDICTION', value, '应为六位数字的区划代码', DEMO_JURISDICTION);
}

function demoPasswordIn(env: Environment, production: boolean): Reading<string | undefined> {
  const reading = textIn(env, 'MUBIAO_DEMO_PASSWORD');
  if (reading.value === undefined || !production) return reading;
  return {
    value: undefined,
    problem:
      '环境变量 MUBIAO_DEMO_PASSWORD 在 NODE_ENV=production 时不可用：生产环境没有演示账户，请去掉它。',
  };
}
