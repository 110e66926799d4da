import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AccessDenied, Application, type TargetCommandInput } from '#application';
import { type BatchItem, type BatchReply } from '#contracts';
import { RIGHTS } from '#domain/directory';
import { type EventStore } from '#event-store';
import { GrantsBody, OpinionsBody, type BatchedTargetBody } from '../bodies/batches.ts';
import { AtDoor, requestInBatch, type Door } from '../commands/index.ts';
import { HttpProblem } from '../edge/http-problem.ts';
import { problemOf } from '../edge/problem-of.ts';
import { Reader } from '../lists/reader.ts';
import { STORE } from '../settings.ts';
import { inTurns } from './in-turns.ts';

/** As many as the database has connections for one process; the others wait their turn. */
const AT_A_TIME = 8;

/**
 * 批量审核, 批量批复: each target gets a command and events of its own, as if it had come alone; what cannot be done is
 * left out, with the reason, and holds up nothing else.
 */
@ApiTags('批量办理')
@Controller('api/batches')
export class BatchesController {
  constructor(
    private readonly application: Application,
    private readonly reader: Reader,
    @Inject(STORE) private readonly store: EventStore,
  ) {}

  @Post('opinions')
  @HttpCode(200)
  agree(@AtDoor() door: Door, @Body() { targets, ...opinion }: OpinionsBody): Promise<BatchReply> {
    const command = { type: 'GiveOpinion', ...opinion, annotations: [], inBatch: true } as const;
    return this.send(door, targets, () => command);
  }

  @Post('grants')
  @HttpCode(200)
  grant(@AtDoor() door: Door, @Body() { targets, ...document }: GrantsBody): Promise<BatchReply> {
    return this.send(door, targets, ({ amount }) => ({
      type: 'GrantTarget',
      ...document,
      ...(amount !== undefined && { amount }),
    }));
  }

  private async send<T extends BatchedTargetBody>(
    door: Door,
    targets: readonly T[],
    commandFor: (target: T) => TargetCommandInput,
  ): Promise<BatchReply> {
    refuseTwice(targets);
    const [first] = targets;
    if (first) this.refuseStranger(door, commandFor(first).type);
    const items = await inTurns(targets, AT_A_TIME, (target) =>
      this.sendOne(door, target, commandFor(target)),
    );
    const position = this.latest(items);
    if (position !== null) door.reply.header('x-position', position);
    return { items, position };
  }

  /** @throws AccessDenied for who has no such office anywhere; where they have it is asked target by target */
  private refuseStranger(door: Door, command: TargetCommandInput['type']): void {
    const { roles } = this.reader.personOf(door);
    if (!RIGHTS[command].some((role) => roles.includes(role))) throw new AccessDenied(command);
  }

  private async sendOne(
    door: Door,
    { id, revision }: BatchedTargetBody,
    command: TargetCommandInput,
  ): Promise<BatchItem> {
    const request = { ...requestInBatch(door, id, command), expectedRevision: revision };
    try {
      const done = await this.application.send(id, command, request);
      return { id, outcome: 'done', revision: done.revision, position: done.position };
    } catch (error) {
      const { problem, isDefect } = problemOf(error);
      if (isDefect) door.request.log.error({ err: error }, '批量办理中有一个目标出错');
      return { id, outcome: 'left-out', problem: { code: problem.code, detail: problem.detail } };
    }
  }

  private latest(items: readonly BatchItem[]): string | null {
    const positions = items.flatMap((item) => (item.outcome === 'done' ? (item.position ?? []) : []));
    return positions.reduce<string | null>(
      (latest, one) => (latest === null || this.store.compare(one, latest) > 0 ? one : latest),
      null,
    );
  }
}

/** @throws HttpProblem 422 */
function refuseTwice(targets: readonly BatchedTargetBody[]): void {
  const seen = new Set<string>();
  const errors = targets.flatMap(({ id }, index) => {
    const isAgain = seen.has(id);
    seen.add(id);
    return isAgain
      ? [{ path: `/targets/${String(index)}/id`, message: '同一目标列了两次，请只保留一个' }]
      : [];
  });
  if (errors.length > 0) throw new HttpProblem('InvalidFields', errors);
}
