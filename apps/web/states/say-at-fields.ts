import { messagesByPath, sentenceOf } from '../api/index.ts';

/** The part of an antd form that shows messages at fields. */
interface Saying<Name> {
  setFields: (fields: { name: Name; errors: string[] }[]) => void;
}

/**
 * Says a refusal at the fields of a form that it names, and clears what stood there before.
 * @returns what is left to be said below them; null where the fields say it all
 */
export function sayAtFields<Name extends string>(
  { setFields }: Saying<Name>,
  names: readonly Name[],
  error: unknown,
): string | null {
  const messages = messagesByPath(error);
  setFields(names.map((name) => ({ name, errors: [messages.get(`/${name}`) ?? []].flat() })));
  const paths = [...messages.keys()];
  const isSaid = paths.length > 0 && paths.every((path) => names.some((name) => path === `/${name}`));
  return isSaid ? null : sentenceOf(error);
}
