/** Word takes tags of at most 64 characters; what is left of them for a row's id. */
const LONGEST_ID = 36;

/** A row with the word that stands for it in paths: its id or, where that is missing or too long, its place. */
export interface KeyedRow<R> {
  key: string;
  row: R;
}

/** No row id begins so: such a row gets its id when it is read. */
export const BY_PLACE = '~';

export function keyed<R extends { id?: string }>(rows: readonly R[]): KeyedRow<R>[] {
  return rows.map((row, at) => {
    const { id } = row;
    return { key: id !== undefined && id.length <= LONGEST_ID ? id : `${BY_PLACE}${at + 1}`, row };
  });
}

/** Empty rows to write in, after those that are there. */
export function blankRows<R extends object>(count: number, after: number): KeyedRow<Partial<R>>[] {
  return Array.from({ length: count }, (_, at) => ({ key: `${BY_PLACE}${after + at + 1}`, row: {} }));
}
