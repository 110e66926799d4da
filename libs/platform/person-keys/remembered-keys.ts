import type pg from 'pg';
import { ERASED_CHANNEL, type PersonKeys } from '#application';
import { Announcements } from '#platform/announcements';

export interface RememberedKeys extends PersonKeys {
  close(): Promise<void>;
}

type Key = Awaited<ReturnType<PersonKeys['keyOf']>>;

/** People whose forms are being worked on. */
const MOST_REMEMBERED = 10_000;

/**
 * Keys that this process has asked for lately, so that saving a form costs no query for each person it names. An
 * erasure by any process is announced and clears them all; a process that cannot hear announcements remembers nothing.
 */
export function rememberKeys(keys: PersonKeys, pool: pg.Pool): RememberedKeys {
  const remembered = new Map<string, Key>();
  let erasures = 0;
  const forget = (): void => {
    erasures += 1;
    remembered.clear();
  };
  const news = new Announcements(pool, ERASED_CHANNEL, { heard: forget, deaf: forget });
  return {
    keyOf: async (subject) => {
      const name = `${subject.unitCode}\n${subject.name}`;
      const known = remembered.get(name);
      if (known) return known;
      const hears = await news.hears();
      const before = erasures;
      const key = await keys.keyOf(subject);
      if (remembered.size >= MOST_REMEMBERED) remembered.clear();
      // What was read before an erasure may not be remembered after it.
      if (hears && news.isHearing && before === erasures) remembered.set(name, key);
      return key;
    },
    secretsOf: (ids) => keys.secretsOf(ids),
    erase: async (subject) => {
      const count = await keys.erase(subject);
      forget();
      return count;
    },
    close: () => news.close(),
  };
}
