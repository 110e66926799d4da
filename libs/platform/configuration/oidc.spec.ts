import { readConfiguration } from './index.ts';
import type { Environment } from './index.ts';

const COMPLETE: Environment = {
  OIDC_ISSUER: 'https://sso.example.gov.cn',
  OIDC_CLIENT_ID: 'mubiao',
  OIDC_CLIENT_SECRET: 'hunter2',
};
const problemsOf = (env: Environment): string[] => {
  const read = readConfiguration(env);
  return read.ok ? [] : read.problems;
};

describe('the identity provider in the configuration', () => {
  it('has a name and a claim unless told otherwise', () => {
    expect(readConfiguration(COMPLETE)).toMatchObject({
      configuration: { oidc: { name: '统一身份认证', claim: 'preferred_username' } },
    });
  });

  it.each(['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'])(
    'says in one sentence that %s is missing',
    (name) => {
      const problems = problemsOf({ ...COMPLETE, [name]: '' });
      expect(problems).toEqual([expect.stringMatching(new RegExp(`^环境变量 ${name} 没有设置：.*。$`))]);
    },
  );

  it('names what is missing beside a name alone', () => {
    expect(problemsOf({ OIDC_NAME: '统一登录' })).toHaveLength(3);
  });

  it.each([
    ['OIDC_ISSUER', 'sso.example.gov.cn'],
    ['OIDC_ISSUER', 'http://sso.example.gov.cn'],
    ['OIDC_ISSUER', 'https://u:p@sso.example.gov.cn'],
    ['OIDC_ISSUER', 'https://sso.example.gov.cn/?a=b'],
    ['OIDC_CLAIM', 'user name'],
    ['OIDC_CLIENT_ID', 'a\u0000b'],
  ])('says in one sentence that %s=%j is wrong', (name, value) => {
    const problems = problemsOf({ ...COMPLETE, [name]: value });
    expect(problems).toEqual([expect.stringMatching(new RegExp(`^环境变量 ${name} .*。$`))]);
  });

  it('takes plain http on this machine only', () => {
    expect(problemsOf({ ...COMPLETE, OIDC_ISSUER: 'http://127.0.0.1:9000' })).toEqual([]);
  });

  it('never repeats the secret', () => {
    expect(problemsOf({ OIDC_CLIENT_SECRET: 'hunter2' }).join('')).not.toContain('hunter2');
  });
});
