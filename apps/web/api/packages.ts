import { type ChangeReply, type PackageProgress } from '#contracts';
import { answer, api, change } from './client.ts';

/** Orders the package of one target; it is made in the background. */
export const orderPackage = (target: string): Promise<ChangeReply> =>
  change(api.POST('/api/audit-packages', { body: { target } }));

export const readPackage = (id: string): Promise<PackageProgress> =>
  answer(api.GET('/api/audit-packages/{id}', { params: { path: { id } } }));

/** Where a package that is ready is downloaded; that it was taken is put on record. */
export const packageAddress = (id: string): string => `/api/audit-packages/${id}/file`;
