import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parse } from 'yaml';
import { readConfiguration } from '#platform/configuration';

interface Service {
  image?: string;
  command?: string[];
  build?: { dockerfile: string };
  environment: Record<string, string>;
  depends_on?: Record<string, unknown>;
}
interface Compose {
  services: Record<string, Service>;
}

const root = dirname(createRequire(import.meta.url).resolve('#root'));
const compose = parse(readFileSync(join(root, 'docker-compose.yml'), 'utf8'), { merge: true }) as Compose;
const env: Record<string, string> = {
  POSTGRES_PASSWORD: 'one',
  REDIS_PASSWORD: 'two',
  MUBIAO_JURISDICTION: '990100',
  MUBIAO_ORIGIN: 'https://mubiao.example.gov.cn',
};
/** As compose interpolates: `${NAME:?message}` and `${NAME:-default}`. */
const interpolated = (text: string): string =>
  text.replaceAll(
    /\$\{(\w+)(?::[?-]([^}]*))?\}/g,
    (_, name: string, other = '') => env[name] ?? String(other),
  );
const environmentOf = (name: string): Record<string, string> =>
  Object.fromEntries(
    Object.entries(compose.services[name]!.environment).map(([key, value]) => [key, interpolated(value)]),
  );

describe('docker-compose.yml', () => {
  it('runs api and worker with EventStoreDB, Redis and PostgreSQL', () => {
    expect(Object.keys(compose.services).sort()).toEqual([
      'api',
      'eventstore',
      'postgres',
      'redis',
      'worker',
    ]);
    expect(compose.services['eventstore']!.image).toMatch(/:23\.10\./);
  });

  it.each(['api', 'worker'])(
    'gives %s a configuration that the code accepts, every variable one that it reads',
    (name) => {
      const given = environmentOf(name);
      const result = readConfiguration(given);
      expect(result).toMatchObject({
        ok: true,
        configuration: {
          production: true,
          eventStoreUrl: given['EVENTSTOREDB_URL'],
          redisUrl: given['REDIS_URL'],
          databaseUrl: given['DATABASE_URL'],
          keysFile: given['MUBIAO_KEYS'],
        },
      });
      const folder = join(root, 'libs/platform/configuration');
      const files = readdirSync(folder).filter((file) => !file.endsWith('.spec.ts'));
      const reader = files.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n');
      expect(Object.keys(given).filter((variable) => !reader.includes(`'${variable}'`))).toEqual([]);
    },
  );

  it.each(['api', 'worker'])(
    'starts %s from a program that the build makes, and an image that can be built',
    (name) => {
      const [, script = ''] = compose.services[name]!.command ?? [];
      expect(existsSync(join(root, script.replace(/^dist\//, '').replace(/\.js$/, '.ts')))).toBe(true);
      const dockerfile = readFileSync(join(root, compose.services[name]!.build!.dockerfile), 'utf8');
      const copied = [...dockerfile.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, files = '']) =>
        files.split(' '),
      );
      expect(copied.filter((file) => !existsSync(join(root, file)))).toEqual([]);
    },
  );

  it('waits for every server it names', () => {
    for (const name of ['api', 'worker'])
      expect(Object.keys(compose.services[name]!.depends_on ?? {}).sort()).toEqual([
        'eventstore',
        'postgres',
        'redis',
      ]);
  });
});
