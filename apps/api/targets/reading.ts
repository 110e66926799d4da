import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Application, streamOf } from '#application';
import { anchorOf, type AuditParts } from '#audit';
import { type Change } from '#form';
import { type HistoryItem, type LastYearView, type SealView, type TargetView } from '#contracts';
import { BetweenQuery, MomentQuery } from '../bodies/replay.ts';
import { AtDoor, etagOf, TargetId, type Door } from '../commands/index.ts';
import { HttpProblem } from '../edge/http-problem.ts';
import { AUDIT } from '../settings.ts';
import { lastYearView, targetView } from './view.ts';

/** One target: as it is, as it was, what changed, and whether its record is whole. Read from the events themselves. */
@ApiTags('绩效目标')
@Controller('api/targets/:id')
export class ReadingController {
  constructor(
    private readonly application: Application,
    @Inject(AUDIT) private readonly audit: AuditParts,
  ) {}

  @Get()
  async read(@AtDoor() { request, reply }: Door, @TargetId() id: string): Promise<TargetView> {
    const reading = await this.application.targets.read(id, request.user);
    reply.header('etag', etagOf(reading.revision));
    return targetView(reading);
  }

  @Get('history')
  async history(
    @AtDoor() { request }: Door,
    @TargetId() id: string,
  ): Promise<{ items: readonly HistoryItem[] }> {
    return { items: await this.application.targets.history(id, request.user) };
  }

  @Get('at')
  async at(
    @AtDoor() { request, reply }: Door,
    @TargetId() id: string,
    @Query() { time, revision }: MomentQuery,
  ): Promise<TargetView> {
    const moment = revision === undefined ? (time === undefined ? null : { time }) : { revision };
    if (moment === null || (time !== undefined && revision !== undefined))
      throw new HttpProblem('InvalidFields', [
        { path: 'time', message: '请给出时间（time）或版本（revision）之一' },
      ]);
    const reading = await this.application.targets.at(id, request.user, moment);
    reply.header('etag', etagOf(reading.revision));
    return targetView(reading);
  }

  @Get('last-year')
  async lastYear(@AtDoor() { request }: Door, @TargetId() id: string): Promise<LastYearView> {
    return lastYearView(await this.application.targets.lastYear(id, request.user));
  }

  @Get('diff')
  async diff(
    @AtDoor() { request }: Door,
    @TargetId() id: string,
    @Query() { from, to }: BetweenQuery,
  ): Promise<{ changes: readonly Change[] }> {
    return { changes: await this.application.targets.diff(id, request.user, [from, to]) };
  }

  @Get('seal')
  async seal(@AtDoor() { request }: Door, @TargetId() id: string): Promise<SealView> {
    const verification = await this.application.targets.seal(id, request.user);
    const { pool, store } = this.audit;
    return { anchored: await anchorOf(pool, store, streamOf.target(id)), ...verification };
  }
}
