import { type Change } from '#form';

/** A change in words; a row is told by its name or content. */
export function sayChange(change: Change | undefined): string {
  if (!change) return '未改';
  const { kind, from, to } = change;
  if (kind === 'moved') return '调整了顺序';
  if (kind === 'removed') return `删去“${sayValue(from)}”`;
  return kind === 'added' ? `填入“${sayValue(to)}”` : `“${sayValue(from)}”改为“${sayValue(to)}”`;
}

export function sayValue(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  if (typeof value !== 'object' || value === null) return '空';
  const { name, text, content, until } = value as Readonly<Record<string, unknown>>;
  const told = [name, text, content, until].find((one) => typeof one === 'string');
  return typeof told === 'string' ? told : '一行';
}
