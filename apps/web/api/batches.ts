import { type BatchReply } from '#contracts';
import { api, change } from './client.ts';
import type { components } from './schema.d.ts';

type Body<N extends keyof components['schemas']> = components['schemas'][N];

/** Each target is decided by itself; those that were not are answered with why. At most 200. */
export const agreeToAll = (body: Body<'OpinionsBody'>): Promise<BatchReply> =>
  change<BatchReply>(api.POST('/api/batches/opinions', { body }));

export const grantAll = (body: Body<'GrantsBody'>): Promise<BatchReply> =>
  change<BatchReply>(api.POST('/api/batches/grants', { body }));
