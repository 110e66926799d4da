import { randomInt } from 'node:crypto';

/** Where something was changed, or where it was said to be. */
export interface Place {
  file?: string | undefined;
  stream?: string | undefined;
  revision?: number | undefined;
}

/** One change, and what was said of it. */
export interface Tamper {
  kind: string;
  /** Any of these is where it is. */
  expected: readonly Place[];
  /** `null`: nothing was noticed. */
  said: Place | null;
}

export const any = <Item>(items: readonly Item[]): Item => {
  const item = items[randomInt(items.length)];
  if (item === undefined) throw new Error('Nothing to choose from.');
  return item;
};

export const isFound = ({ said }: Tamper): boolean => said !== null;

/** Says it the right place? What was not expected to be told is not looked at. */
export const isLocated = ({ said, expected }: Tamper): boolean =>
  expected.some((place) =>
    (['file', 'stream', 'revision'] as const).every(
      (key) => place[key] === undefined || said?.[key] === place[key],
    ),
  );
