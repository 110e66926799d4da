import { type Problem } from '#contracts';
import { type FormInput } from '#form';
import { answer, api, asItIs, change } from './client.ts';

/** A form that a file holds, before anything is made of it. */
export interface ReadItem {
  /** Names it in this file: a draft made of it is made once. */
  key: string;
  row: number;
  /** Null where it is not known whose it is; absent with `form` where it cannot become a draft. */
  unit: { code: string; name: string } | null;
  form?: FormInput;
  errors: readonly { cell: string; message: string }[];
  unrecognised: readonly { where: string; text: string }[];
}

export interface ReadFile {
  items: readonly ReadItem[];
  /** Of the file as a whole. */
  errors: ReadItem['errors'];
}

/** What became of each, in the order asked for. */
export type DraftOutcome =
  { outcome: 'done'; id: string } | { outcome: 'left-out'; problem: Pick<Problem, 'detail' | 'errors'> };

/** Reads a file, of any format that holds forms; nothing is kept. */
export const readFile = (file: Blob, name: string): Promise<ReadFile> =>
  answer(api.POST('/api/imports/batch', { params: { query: { name } }, ...asItIs(file) }));

/** Makes drafts of what was read and chosen, each with an outcome of its own. */
export async function makeDrafts(
  campaignId: string,
  chosen: readonly ReadItem[],
): Promise<readonly DraftOutcome[]> {
  const items = chosen.flatMap(({ key, unit, form }) =>
    unit && form ? [{ key, unitCode: unit.code, form }] : [],
  );
  const { items: outcomes } = await change<{ items: readonly DraftOutcome[]; position: string | null }>(
    api.POST('/api/imports/drafts', { body: { campaignId, items: items as never } }),
  );
  return outcomes;
}

/** A file that was taken in: a form or an actual value refers to it by its hash. */
export interface Uploaded {
  sha256: string;
  name: string;
  size: number;
}

export const uploadAttachment = (file: File): Promise<Uploaded> =>
  answer(
    api.POST('/api/attachments', { params: { query: { name: file.name.slice(-200) } }, ...asItIs(file) }),
  );

/** Where a target's attachment is downloaded. */
export const attachmentAddress = (target: string, sha256: string): string =>
  `/api/targets/${target}/attachments/${sha256}`;
