import { type DraftOutcome, type DraftsReply, type FilePreview, type FormPreview } from '#contracts';
import { answer, api, asItIs, change } from './client.ts';

/** Reads a file, of any format that holds forms; nothing is kept. */
export const readFile = (file: Blob, name: string): Promise<FilePreview> =>
  answer(api.POST('/api/imports/batch', { params: { query: { name } }, ...asItIs(file) }));

/** Makes drafts of what was read and chosen, each with an outcome of its own. */
export async function makeDrafts(
  campaignId: string,
  chosen: readonly FormPreview[],
): Promise<readonly DraftOutcome[]> {
  const items = chosen.flatMap(({ key, unit, form }) =>
    unit && form ? [{ key, unitCode: unit.code, form }] : [],
  );
  const { items: outcomes } = await change<DraftsReply>(
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
