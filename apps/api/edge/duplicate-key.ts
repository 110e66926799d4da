import { endOfString } from './json-strings.ts';

interface Level {
  /** `null` in a list. */
  keys: Set<string> | null;
  name: string;
  index: number;
}

/** Where a valid JSON text writes a key for the second time, as a JSON Pointer. Only asked once it is known that it does. */
export function duplicateKeyPath(text: string): string {
  const levels: Level[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const level = levels.at(-1);
    switch (text.charAt(at)) {
      case '{':
        levels.push({ keys: new Set(), name: '', index: 0 });
        break;
      case '[':
        levels.push({ keys: null, name: '', index: 0 });
        break;
      case '}':
      case ']':
        levels.pop();
        break;
      case ',':
        if (level) level.index += 1;
        break;
      case '"': {
        const end = endOfString(text, at);
        const isKey = level?.keys && /^\s*:/.test(text.slice(end + 1, end + 200));
        if (isKey && isTaken(level, JSON.parse(text.slice(at, end + 1)) as string)) return pathOf(levels);
        at = end;
      }
    }
  }
  return '';
}

function isTaken(level: Level, key: string): boolean {
  const taken = level.keys?.has(key) ?? false;
  level.keys?.add(key);
  level.name = key;
  return taken;
}

const pathOf = (levels: readonly Level[]): string =>
  levels.map(({ keys, name, index }) => `/${keys ? name : String(index)}`).join('');
