import { wordsOf, type Change } from '#form';

/** A change in words; a row is told by its name or content. */
export function sayChange(change: Change | undefined): string {
  if (!change) return '未改';
  const { kind, path } = change;
  const [from, to] = [sayValue(change.from, path), sayValue(change.to, path)];
  if (kind === 'moved') return '调整了顺序';
  if (kind === 'removed') return `删去“${from}”`;
  return kind === 'added' ? `填入“${to}”` : `“${from}”改为“${to}”`;
}

/** @param path where it stands: a choice is told by its word */
export function sayValue(value: unknown, path = ''): string {
  if (typeof value === 'string') return wordsOf(path, value);
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'object' || value === null) return '空';
  const { name, text, content, until } = value as Readonly<Record<string, unknown>>;
  const told = [name, text, content, until].find((one) => typeof one === 'string');
  return typeof told === 'string' ? told : '一行';
}
