import { refused, textIn, type Environment, type Reading } from './variables.ts';

/** The identity provider that people may sign in through (OpenID Connect, authorization code flow). */
export interface OidcConfiguration {
  /** As the provider states it in its tokens; `/.well-known/openid-configuration` is below it. */
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** What the button says: 用 … 登录. */
  name: string;
  /** The claim of the ID token that holds our user name. */
  claim: string;
}

const NAMES = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const;

/** `undefined` where no provider is configured. Of issuer, id and secret either all are given or none. */
export function oidcIn(env: Environment): { value: OidcConfiguration | undefined; problems: string[] } {
  const [issuer, clientId, clientSecret] = [issuerIn(env), textIn(env, NAMES[1]), textIn(env, NAMES[2])];
  const [name, claim] = [textIn(env, 'OIDC_NAME'), claimIn(env)];
  const readings = [issuer, clientId, clientSecret, name, claim];
  const problems = readings.flatMap(({ problem }) => problem ?? []);
  if (problems.length > 0) return { value: undefined, problems };
  if (!issuer.value || !clientId.value || !clientSecret.value)
    return { value: undefined, problems: missingIn(env) };
  const value = {
    issuer: issuer.value,
    clientId: clientId.value,
    clientSecret: clientSecret.value,
    name: name.value ?? '统一身份认证',
    claim: claim.value ?? 'preferred_username',
  };
  return { value, problems: [] };
}

/** One sentence for each variable that is missing beside those that are there. */
function missingIn(env: Environment): string[] {
  const isGiven = (name: string): boolean => textIn(env, name).value !== undefined;
  const given = [...NAMES, 'OIDC_NAME', 'OIDC_CLAIM'].filter(isGiven);
  if (given.length === 0) return [];
  return NAMES.filter((name) => !isGiven(name)).map(
    (name) =>
      `环境变量 ${name} 没有设置：已设置 ${given.join('、')}，统一登录还需要它；不用统一登录请都去掉。`,
  );
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Over plain http only on one's own machine: what travels there lets people in. */
function issuerIn(env: Environment): Reading<string | undefined> {
  const { value, problem } = textIn(env, 'OIDC_ISSUER');
  if (problem !== undefined) return { value: undefined, problem };
  if (value === undefined) return { value };
  if (URL.canParse(value) && isIssuer(new URL(value))) return { value };
  const should = '应为身份提供方的 https 网址（issuer），如 https://sso.example.gov.cn/realms/main';
  return refused('OIDC_ISSUER', value, should, undefined);
}

function isIssuer({ protocol, hostname, search, hash, username, password }: URL): boolean {
  const isSafe = protocol === 'https:' || (protocol === 'http:' && LOOPBACK.has(hostname));
  return isSafe && [search, hash, username, password].every((part) => part === '');
}

function claimIn(env: Environment): Reading<string | undefined> {
  const { value, problem } = textIn(env, 'OIDC_CLAIM');
  if (problem !== undefined) return { value: undefined, problem };
  if (value === undefined || /^[\w.:/-]{1,100}$/.test(value)) return { value };
  const should = '应为身份令牌中存放用户名的声明的名称，如 preferred_username、sub、employee_number';
  return refused('OIDC_CLAIM', value, should, undefined);
}
