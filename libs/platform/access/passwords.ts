import { hash, verify } from '@node-rs/argon2';

/** OWASP's second recommendation for Argon2id, which is the library's default kind: 19 MiB, two passes; about 30 ms of one core. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** More than this many waiting are sent away: hashing is the dearest thing a stranger can ask for. */
const LONGEST_QUEUE = 64;
const AT_ONCE = 2;

/** Too many sign-ins at the same moment. */
export class TooBusy extends Error {
  override readonly name = 'TooBusy';
}

/** Hashes and checks passwords, a few at a time. */
export class Passwords {
  #running = 0;
  readonly #waiting: (() => void)[] = [];
  #nobodys: Promise<string> | undefined;

  hash(password: string): Promise<string> {
    return this.#inTurn(() => hash(password, COST));
  }

  /** Takes as long for somebody who does not exist (`null`) as for anybody. @throws TooBusy */
  async matches(stored: string | null, password: string): Promise<boolean> {
    this.#nobodys ??= this.hash('nobody');
    const against = stored ?? (await this.#nobodys);
    const isRight = await this.#inTurn(() => verify(against, password));
    return isRight && stored !== null;
  }

  async #inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.#waiting.length >= LONGEST_QUEUE) throw new TooBusy();
    if (this.#running >= AT_ONCE) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else this.#running += 1;
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#running -= 1;
    }
  }
}
