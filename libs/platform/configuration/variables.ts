export type Environment = Readonly<Record<string, string | undefined>>;

/** A value to go on with, and what is wrong with the variable if anything is. */
export interface Reading<T> {
  value: T;
  problem?: string;
}

const LONGEST = 4096;

/** The sentence quotes what was found; never used for a variable that may hold a password. */
export const refused = <T>(name: string, found: string, should: string, value: T): Reading<T> => ({
  value,
  problem: `环境变量 ${name} 的值“${found.slice(0, 60)}”不对：${should}。`,
});

/** `undefined` for what is not set or blank. Control characters and 4,096 characters or more are refused. */
export function textIn(env: Environment, name: string): Reading<string | undefined> {
  const text = env[name]?.trim();
  if (text === undefined || text === '') return { value: undefined };
  if (text.length < LONGEST && !/\p{Cc}/u.test(text)) return { value: text };
  return { value: undefined, problem: `环境变量 ${name} 的值不对：过长，或含有控制字符。` };
}

export function numberIn(
  env: Environment,
  name: string,
  { least, most, otherwise }: { least: number; most: number; otherwise: number },
): Reading<number> {
  const { value, problem } = textIn(env, name);
  if (problem !== undefined) return { value: otherwise, problem };
  if (value === undefined) return { value: otherwise };
  const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
  if (number >= least && number <= most) return { value: number };
  return refused(name, value, `应为 ${least} 到 ${most} 之间的整数`, otherwise);
}

export function oneOf<T extends string>(
  env: Environment,
  name: string,
  allowed: readonly T[],
  otherwise: T,
): Reading<T> {
  const { value, problem } = textIn(env, name);
  if (problem !== undefined) return { value: otherwise, problem };
  if (value === undefined) return { value: otherwise };
  const found = allowed.find((each) => each === value);
  return found === undefined
    ? refused(name, value, `应为 ${allowed.join('、')} 之一`, otherwise)
    : { value: found };
}

export function hostIn(env: Environment, name: string, otherwise: string): Reading<string> {
  const { value, problem } = textIn(env, name);
  if (problem !== undefined) return { value: otherwise, problem };
  if (value === undefined || /^[\w.:-]+$/.test(value)) return { value: value ?? otherwise };
  return refused(name, value, '应为要监听的主机名或 IP 地址，如 127.0.0.1、0.0.0.0', otherwise);
}

/** Scheme, host and port of a web address, in the one form in which a browser states an origin. */
export function originIn(env: Environment, name: string, otherwise: string): Reading<string> {
  const { value, problem } = textIn(env, name);
  if (problem !== undefined) return { value: otherwise, problem };
  if (value === undefined) return { value: otherwise };
  const url = URL.canParse(value) ? new URL(value) : null;
  const isOrigin = url !== null && /^https?:$/.test(url.protocol) && isBare(url);
  if (isOrigin) return { value: url.origin };
  return refused(
    name,
    value,
    '应为浏览器所见的网址，只含协议、主机和端口，如 https://mubiao.example.gov.cn',
    otherwise,
  );
}

const isBare = (url: URL): boolean =>
  url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '' && url.password === '';

/** A connection string by its scheme alone: one of a cluster names several hosts. It is never quoted. */
export function urlIn(
  env: Environment,
  name: string,
  schemes: readonly string[],
): Reading<string | undefined> {
  const { value, problem } = textIn(env, name);
  if (problem !== undefined || value === undefined)
    return { value, ...(problem === undefined ? {} : { problem }) };
  const [scheme, rest = ''] = value.split('://');
  if (scheme !== undefined && schemes.includes(scheme) && rest !== '' && !/\s/.test(rest)) return { value };
  const should = schemes.map((each) => `${each}://`).join(' 或 ');
  return { value: undefined, problem: `环境变量 ${name} 的值不对：应为以 ${should} 开头的连接地址。` };
}
