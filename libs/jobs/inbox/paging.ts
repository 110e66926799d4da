import { A_UUID, keysIn, type Page } from '#read-models';

const A_MOMENT = /^\d{1,15}$/;

/** After which message a page begins, by moment and id; nulls for the first page. @throws BadCursor */
export function afterMessage(page: Page): [Date | null, string | null] {
  const [at, id] = keysIn(page, [A_MOMENT, A_UUID]) ?? [];
  return at === undefined || id === undefined ? [null, null] : [new Date(Number(at)), id];
}

export const keysOfMessage = (row: { sent_at: Date; id: string }): string[] => [
  String(row.sent_at.getTime()),
  row.id,
];
