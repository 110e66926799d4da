import { duplicateKeyPath } from './duplicate-key.ts';
import { HttpProblem } from './http-problem.ts';
import { endOfString } from './json-strings.ts';

/** Deepest nesting of objects and lists in a body. */
export const DEEPEST = 32;

const QUOTE = 34;

/**
 * Reads a body as JSON, more strictly than `JSON.parse`: no deeper than 32, no key twice, no NUL or lone surrogate, no
 * number beyond what a double holds. What passes is safe to store, sort and seal.
 * @throws HttpProblem 400 with the path of what is wrong
 */
export function readJson(text: string): unknown {
  const keys = countKeys(text);
  const value = parse(text);
  const found = { keys: 0 };
  inspect(value, '', found);
  if (found.keys !== keys) throw new HttpProblem('DuplicateKey', pointed(duplicateKeyPath(text), '键重复'));
  return value;
}

const pointed = (path: string, message: string): { path: string; message: string }[] => [{ path, message }];

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new HttpProblem('MalformedJson');
  }
}

/** How many keys the text writes (a colon outside of strings each), stopping at what is too deep to be parsed. */
function countKeys(text: string): number {
  let keys = 0;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = endOfString(text, at);
    else if (code === 58) keys += 1;
    else if (code === 123 || code === 91) depth += 1;
    else if (code === 125 || code === 93) depth -= 1;
    if (depth > DEEPEST) throw new HttpProblem('TooDeep');
  }
  return keys;
}

function inspect(value: unknown, path: string, found: { keys: number }): void {
  if (typeof value === 'string') refuseBadText(value, path);
  else if (typeof value === 'number') refuseInfinite(value, path);
  else if (Array.isArray(value)) value.forEach((item, index) => inspect(item, `${path}/${index}`, found));
  else if (typeof value === 'object' && value !== null) inspectFields(value, path, found);
}

function inspectFields(value: object, path: string, found: { keys: number }): void {
  for (const [key, item] of Object.entries(value)) {
    found.keys += 1;
    const place = `${path}/${key}`;
    if (key === '' || key === '__proto__')
      throw new HttpProblem('MalformedRequest', pointed(place, '没有这一栏，请去掉'));
    refuseBadText(key, place);
    inspect(item, place, found);
  }
}

function refuseInfinite(value: number, path: string): void {
  if (!Number.isFinite(value)) throw new HttpProblem('BadNumber', pointed(path, '数字过大'));
}

function refuseBadText(text: string, path: string): void {
  if (!text.isWellFormed() || text.includes('\0'))
    throw new HttpProblem('BadText', pointed(path.toWellFormed(), '含有不允许的字符'));
}
