import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { FastifyAdapter } from '@bull-board/fastify';
import { type FastifyInstance } from 'fastify';
import { type Application } from '#application';
import { problem } from '#contracts';
import { DELIVERIES, openQueues, queuesAnswer, REMINDERS, type JobsParts, type QueueBackend } from '#jobs';
import { HttpProblem } from '../edge/http-problem.ts';

type BoardOptions = Parameters<typeof createBullBoard>[0];

export const BOARD = '/admin/queues';

/**
 * Bull Board for 系统管理员: what waits and what failed with its reason, to be tried again by hand. The queues are opened
 * by the first who looks, so that an interface nobody looks at through it holds no connection for it.
 * @returns closes what was opened
 */
export async function serveQueueBoard(
  server: FastifyInstance,
  { application, jobs }: { application: Application; jobs: JobsParts },
): Promise<() => Promise<void>> {
  const { adapter, open } = boardOver(jobs);
  let opening: Promise<QueueBackend> | null = null;
  const opened = async (): Promise<void> => {
    opening ??= open();
    await opening.catch((error: unknown) => {
      opening = null;
      throw error;
    });
  };
  await server.register(
    async (scope) => {
      scope.addHook('onRequest', async (request, reply) => {
        const person = application.directory().people.get(request.user);
        if (!person?.roles.includes('admin'))
          return reply.status(403).type('application/problem+json').send(problem('AccessDenied'));
        if (!(await queuesAnswer(jobs.queues)))
          return reply.status(503).type('application/problem+json').send(problem('Unavailable'));
        await opened();
      });
      scope.addHook('onSend', (_request, reply, payload, done) => {
        // Its page names itself as what its addresses start from.
        const policy = String(reply.getHeader('content-security-policy') ?? '');
        reply.header('content-security-policy', policy.replace("base-uri 'none'", "base-uri 'self'"));
        done(null, fromHereAlone(payload));
      });
      await scope.register(adapter.registerPlugin());
    },
    { prefix: BOARD },
  );
  return async () => {
    await opening?.then((backend) => backend.close()).catch(() => undefined);
  };
}

/** Its page asks a stranger on the internet for a typeface, which no page here may; the browser's own does. */
const fromHereAlone = (payload: unknown): unknown =>
  typeof payload === 'string' ? payload.replace(/<link\b[^>]*\bhref="https?:[^>]*>/g, '') : payload;

function boardOver({ queues }: JobsParts): { adapter: FastifyAdapter; open: () => Promise<QueueBackend> } {
  const adapter = new FastifyAdapter();
  adapter.setBasePath(BOARD);
  const board = createBullBoard({
    queues: [],
    // The two packages bring types of neighbouring versions.
    serverAdapter: adapter as unknown as BoardOptions['serverAdapter'],
    options: { uiConfig: { boardTitle: '绩效目标 · 队列' } },
  });
  // Its own would answer who is not signed in, whom the hook of the whole interface refuses, with a fault of the server.
  // Its type knows no 401.
  adapter.setErrorHandler(answerOf as Parameters<FastifyAdapter['setErrorHandler']>[0]);
  const open = async (): Promise<QueueBackend> => {
    const backend = await openQueues(queues);
    for (const name of [REMINDERS, DELIVERIES]) board.addQueue(new BullMQAdapter(queueOf(backend, name)));
    return backend;
  };
  return { adapter, open };
}

function answerOf(error: Error): { status: 401 | 500; body: Record<string, unknown> } {
  const isStranger = error instanceof HttpProblem && error.body.code === 'NotSignedIn';
  return isStranger
    ? { status: 401, body: { ...problem('NotSignedIn') } }
    : { status: 500, body: { ...problem('Defect') } };
}

const queueOf = (backend: QueueBackend, name: string): ConstructorParameters<typeof BullMQAdapter>[0] =>
  backend.queue(name) as ConstructorParameters<typeof BullMQAdapter>[0];
