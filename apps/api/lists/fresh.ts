import { type FastifyReply } from 'fastify';
import { type ReadModels } from '#read-models';

type View = Parameters<ReadModels['waitFor']>[0];

/**
 * Waits until a view is as new as `after` (two seconds at most) and says how new it is: `X-Position` always,
 * `X-Stale: true` where it is not as new as was asked for.
 * @throws InvalidPosition for an `after` that no store gave out
 */
export async function fresh(
  readModels: ReadModels,
  view: View,
  after: string | undefined,
  reply: FastifyReply,
): Promise<void> {
  const { position, stale } = await readModels.waitFor(view, after);
  if (position !== null) reply.header('x-position', position);
  if (stale) reply.header('x-stale', 'true');
}
