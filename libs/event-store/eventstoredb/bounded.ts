import type { StreamingRead } from '@eventstore/db-client';

/** Nothing was heard for as long as we wait. A frozen server answers only after 20 s, whatever deadline it was given. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';

  constructor(milliseconds: number) {
    super(`no answer within ${milliseconds} ms`);
  }
}

/** A call that ends in time. What it still does afterwards is unknown. @throws NoAnswer */
export async function bounded<T>(milliseconds: number, call: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const bound = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new NoAnswer(milliseconds)), milliseconds);
  });
  try {
    return await Promise.race([call, bound]);
  } finally {
    clearTimeout(timer);
  }
}

/** Everything a read gives; the bound is for the silence between two events, since a long stream takes long. @throws NoAnswer */
export function collected<T>(milliseconds: number, read: StreamingRead<T>): Promise<T[]> {
  return new Promise((resolve, reject) => {
    const items: T[] = [];
    const timer = setTimeout(() => {
      void read.cancel().catch(() => undefined);
      reject(new NoAnswer(milliseconds));
    }, milliseconds);
    const ending =
      <A extends unknown[]>(end: (...outcome: A) => void) =>
      (...outcome: A): void => {
        clearTimeout(timer);
        end(...outcome);
      };
    read.on('data', (item: T) => {
      timer.refresh();
      items.push(item);
    });
    read.on('error', ending(reject));
    read.on(
      'end',
      ending(() => resolve(items)),
    );
  });
}
