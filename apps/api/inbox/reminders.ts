import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AccessDenied, Application } from '#application';
import { type ChannelStatus, type NamedReminder, type Page, type SentReminder } from '#contracts';
import { channelStatus, remindersAbout, type JobsParts } from '#jobs';
import { RemindersQuery } from '../bodies/inbox.ts';
import { AtDoor, TargetId, type Door } from '../commands/index.ts';
import { JOBS } from '../settings.ts';

/** 提醒记录: to whom something was said, when, how and with what result. */
@ApiTags('通知')
@Controller('api')
export class RemindersController {
  constructor(
    private readonly application: Application,
    @Inject(JOBS) private readonly jobs: JobsParts,
  ) {}

  /** For whoever may see the target; `step=urged`: who was urged when. */
  @Get('targets/:id/reminders')
  async about(
    @AtDoor() { request }: Door,
    @TargetId() id: string,
    @Query() { step, limit, cursor }: RemindersQuery,
  ): Promise<Page<NamedReminder>> {
    await this.application.targets.read(id, request.user);
    const asked = { target: id, step: step ?? null };
    const { items, ...page } = await remindersAbout(this.jobs.pool, asked, { limit, cursor });
    return { ...page, items: items.map((item) => this.named(item)) };
  }

  /** How mail and robots stand: what waits, what failed and why. @throws AccessDenied to all but 系统管理员 */
  @Get('channels')
  async channels(@AtDoor() { request }: Door): Promise<{ items: ChannelStatus[] }> {
    const person = this.application.directory().people.get(request.user);
    if (!person?.roles.includes('admin')) throw new AccessDenied('read');
    return { items: await channelStatus(this.jobs.pool) };
  }

  private named(item: SentReminder): NamedReminder {
    const nameOf = (user: string): string => this.application.directory().people.get(user)?.name ?? '';
    const senderName = item.sender === null ? null : nameOf(item.sender);
    return { ...item, recipientName: nameOf(item.recipient), senderName };
  }
}
