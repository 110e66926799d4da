import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { LiveQuery } from '../bodies/live.ts';
import { AtDoor, type Door } from '../commands/index.ts';
import { tokenIn } from '../session/cookie.ts';
import { WithoutUse } from '../session/signed-in.ts';
import { InboxNews } from './inbox-news.ts';
import { LiveFeed } from './live-feed.ts';

/** 实时更新: what changed for whoever listens, as server-sent events. */
@ApiTags('实时更新')
@Controller('api')
export class LiveController {
  constructor(
    private readonly feed: LiveFeed,
    private readonly inbox: InboxNews,
  ) {}

  /** Goes on after `Last-Event-ID` (or `after`, for a browser that cannot set it) without a gap. */
  @Get('events')
  @WithoutUse()
  listen(@AtDoor() { request, reply }: Door, @Query() { after }: LiveQuery): StreamableFile {
    const seen = request.headers['last-event-id'];
    const since = typeof seen === 'string' && seen !== '' ? seen : (after ?? null);
    const { stream } = this.feed.connect(request.user, tokenIn(request) ?? '', since);
    // Does not fail; a browser that comes back, as all do when the database was away, brings it back too.
    void this.inbox.hear();
    // A proxy that gathers replies would hold everything back; and nothing comes after this reply on its connection, so
    // that a server that stops need not wait for it.
    reply.header('x-accel-buffering', 'no').header('connection', 'close');
    return new StreamableFile(stream, { type: 'text/event-stream; charset=utf-8' });
  }
}
