import { labelOf } from '#form';

/** What to put before a sentence about a field: the field's name, or nothing where the sentence names it itself. */
export function nameBefore(path: string, sentence: string): string {
  const label = labelOf(path);
  return sentence.includes(`“${label}”`) ? '' : label;
}

/** The sentence as it stands at the field itself, without the field's name and colon before it. */
export function atField(path: string, sentence: string): string {
  const before = `${labelOf(path)}：`;
  return sentence.startsWith(before) ? sentence.slice(before.length) : sentence;
}
