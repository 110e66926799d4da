import { DEMO_JURISDICTION, readConfiguration } from './index.ts';
import type { Environment } from './index.ts';

const problemsOf = (env: Environment): string[] => {
  const read = readConfiguration(env);
  return read.ok ? [] : read.problems;
};

describe('the configuration', () => {
  it('needs no variable at all', () => {
    expect(readConfiguration({})).toEqual({
      ok: true,
      configuration: {
        production: false,
        attachments: { megabytes: 50 },
        host: '127.0.0.1',
        port: 3000,
        origin: 'http://localhost:3000',
        dataFolder: './data',
        jurisdiction: DEMO_JURISDICTION,
        sealMinutes: 10,
        notices: { robots: [] },
        logLevel: 'info',
      },
    });
  });

  it('takes every variable that the documentation names', () => {
    const read = readConfiguration({
      NODE_ENV: 'production',
      HOST: '0.0.0.0',
      PORT: ' 8080 ',
      MUBIAO_ORIGIN: 'https://mubiao.example.gov.cn/',
      MUBIAO_DATA: '/srv/mubiao',
      DATABASE_URL: 'postgres://u:p@db/mubiao',
      EVENTSTOREDB_URL: 'esdb://a:2113,b:2113,c:2113?tls=true',
      REDIS_URL: 'rediss://r:6379/0',
      MUBIAO_JURISDICTION: '510184',
      MUBIAO_KEYS: '/etc/mubiao/keys',
      MUBIAO_SEAL_KEY: '/etc/mubiao/seal-signing.key',
      MUBIAO_SEAL_MINUTES: '60',
      MUBIAO_SEAL_WEBHOOK: 'https://audit.example.gov.cn/roots',
      OIDC_ISSUER: 'https://sso.example.gov.cn/realms/main',
      OIDC_CLIENT_ID: 'mubiao',
      OIDC_CLIENT_SECRET: 'hunter2',
      OIDC_NAME: '县统一身份认证',
      OIDC_CLAIM: 'employee_number',
      LOG_LEVEL: 'warn',
    });
    expect(read).toEqual({
      ok: true,
      configuration: {
        production: true,
        attachments: { megabytes: 50 },
        host: '0.0.0.0',
        port: 8080,
        origin: 'https://mubiao.example.gov.cn',
        dataFolder: '/srv/mubiao',
        databaseUrl: 'postgres://u:p@db/mubiao',
        eventStoreUrl: 'esdb://a:2113,b:2113,c:2113?tls=true',
        redisUrl: 'rediss://r:6379/0',
        jurisdiction: '510184',
        keysFile: '/etc/mubiao/keys',
        sealKeyFile: '/etc/mubiao/seal-signing.key',
        sealMinutes: 60,
        sealWebhook: 'https://audit.example.gov.cn/roots',
        oidc: {
          issuer: 'https://sso.example.gov.cn/realms/main',
          clientId: 'mubiao',
          clientSecret: 'hunter2',
          name: '县统一身份认证',
          claim: 'employee_number',
        },
        notices: { robots: [] },
        logLevel: 'warn',
      },
    });
  });

  it('takes an empty variable for one that is not set', () => {
    expect(readConfiguration({ PORT: '', DATABASE_URL: '  ' })).toEqual(readConfiguration({}));
  });

  it.each([
    ['PORT', '80a'],
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['HOST', 'a b'],
    ['NODE_ENV', 'prod'],
    ['LOG_LEVEL', 'loud'],
    ['MUBIAO_ORIGIN', 'mubiao.example'],
    ['MUBIAO_ORIGIN', 'https://mubiao.example/app'],
    ['MUBIAO_ORIGIN', 'ftp://mubiao.example'],
    ['MUBIAO_JURISDICTION', '51018'],
    ['MUBIAO_DATA', 'a\u0000b'],
    ['MUBIAO_KEYS', 'x'.repeat(4096)],
    ['DATABASE_URL', 'mysql://db'],
    ['EVENTSTOREDB_URL', 'http://db:2113'],
    ['REDIS_URL', 'redis://'],
    ['MUBIAO_SEAL_MINUTES', '0'],
    ['MUBIAO_SEAL_WEBHOOK', 'ftp://audit.example'],
  ])('says in one sentence that %s=%j is wrong', (name, value) => {
    const problems = problemsOf({ [name]: value });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^环境变量 ${name} .*。$`));
  });

  it('names everything that is wrong at once', () => {
    const problems = problemsOf({ PORT: 'x', REDIS_URL: 'y', LOG_LEVEL: 'z' });
    expect(problems.map((problem) => problem.split(' ')[1])).toEqual(['PORT', 'LOG_LEVEL', 'REDIS_URL']);
  });

  it('never repeats a connection string, which may hold a password', () => {
    expect(problemsOf({ DATABASE_URL: 'postgre://u:hunter2@db' }).join('')).not.toContain('hunter2');
  });

  it('refuses a demo password in production', () => {
    expect(problemsOf({ NODE_ENV: 'production', MUBIAO_DEMO_PASSWORD: 'x' })).toEqual([
      expect.stringContaining('MUBIAO_DEMO_PASSWORD'),
    ]);
    expect(readConfiguration({ MUBIAO_DEMO_PASSWORD: 'x' })).toMatchObject({
      configuration: { demoPassword: 'x' },
    });
  });
});
