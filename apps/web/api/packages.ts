import { type ChangeReply } from '#contracts';
import { answer, api, change } from './client.ts';

/** `GET /api/audit-packages/:id`; `failure` is a sentence, `sha256` that of the file once it is ready. */
export interface AuditPackage {
  state: 'waiting' | 'running' | 'ready' | 'failed' | 'cancelled' | 'expired';
  sha256: string | null;
  failure: string | null;
}

/** Orders the package of one target; it is made in the background. */
export const orderPackage = (target: string): Promise<ChangeReply> =>
  change(api.POST('/api/audit-packages', { body: { target } }));

export const readPackage = (id: string): Promise<AuditPackage> =>
  answer(api.GET('/api/audit-packages/{id}', { params: { path: { id } } }));

/** Where a package that is ready is downloaded; that it was taken is put on record. */
export const packageAddress = (id: string): string => `/api/audit-packages/${id}/file`;
