import { Body, Controller, Get, HttpCode, Inject, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Inbox, type Preferences } from '#contracts';
import { markRead, readInbox, readPreferences, writePreferences, type JobsParts } from '#jobs';
import { InboxQuery, PreferencesBody, ReadBody } from '../bodies/inbox.ts';
import { AtDoor, type Door } from '../commands/index.ts';
import { HttpProblem } from '../edge/http-problem.ts';
import { JOBS, SETTINGS, type ApiSettings } from '../settings.ts';

/** 通知: what the person was told, each once, and how they want to be told besides. */
@ApiTags('通知')
@Controller('api')
export class InboxController {
  constructor(
    @Inject(JOBS) private readonly jobs: JobsParts,
    @Inject(SETTINGS) private readonly settings: ApiSettings,
  ) {}

  /** The newest first. */
  @Get('inbox')
  inbox(@AtDoor() { request }: Door, @Query() { limit, cursor, unread }: InboxQuery): Promise<Inbox> {
    const unreadOnly = unread === 'true';
    return readInbox(this.jobs.pool, request.user, { limit, cursor, unreadOnly });
  }

  /** What is read stays; answers how many are left. */
  @Post('inbox/read')
  @HttpCode(200)
  async read(@AtDoor() { request }: Door, @Body() { ids, all }: ReadBody): Promise<{ unread: number }> {
    if ((ids === undefined) === (all !== true))
      throw new HttpProblem('InvalidFields', [
        { path: '/ids', message: '应指明哪些通知（ids），或全部（all: true）' },
      ]);
    const now = this.settings.now();
    return { unread: await markRead(this.jobs.pool, request.user, { ids: ids ?? 'all', now }) };
  }

  @Get('preferences')
  preferences(@AtDoor() { request }: Door): Promise<Preferences> {
    return readPreferences(this.jobs.pool, request.user);
  }

  /** They hold for what is told from now on. */
  @Put('preferences')
  async prefer(@AtDoor() { request }: Door, @Body() body: PreferencesBody): Promise<Preferences> {
    const { address, mail, robots } = body;
    await writePreferences(this.jobs.pool, request.user, { address, mail, robots });
    return readPreferences(this.jobs.pool, request.user);
  }
}
