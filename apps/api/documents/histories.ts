import { Controller, Get, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Application, streamOf } from '#application';
import { anchorOf, anchorText, writeHistory, type AuditParts, type ReminderLine } from '#audit';
import { DEFAULT_RULE_SET } from '#domain';
import { everythingSent, type JobsParts } from '#jobs';
import { AtDoor, TargetId, type Door } from '../commands/index.ts';
import { AUDIT, JOBS } from '../settings.ts';
import { sendFile } from './send-file.ts';
import { titleOf } from './title-of.ts';

/** 履历: what an audit package has to read of one target, without ordering a package; persons are left out of it. */
@ApiTags('申报表文件')
@Controller('api/targets')
export class HistoriesController {
  constructor(
    private readonly application: Application,
    @Inject(AUDIT) private readonly audit: AuditParts,
    @Inject(JOBS) private readonly jobs: JobsParts,
  ) {}

  /** @throws NotFound for what one may not see */
  @Get(':id/history.docx')
  async history(@AtDoor() door: Door, @TargetId() id: string): Promise<void> {
    const { target } = await this.application.targets.read(id, door.request.user);
    const { pool, store } = this.audit;
    const stream = streamOf.target(id);
    const [events, anchor, reminders] = await Promise.all([
      store.readStream(stream),
      anchorOf(pool, store, stream),
      this.toldAbout(id),
    ]);
    const known = this.application.campaigns().get(target.campaignId);
    const ruleSet = known?.campaign.ruleSet ?? DEFAULT_RULE_SET;
    const bytes = writeHistory(events, { ruleSet, anchored: anchorText(anchor), reminders });
    const title = target.classified?.code ?? titleOf(target.form);
    await sendFile(door, { name: `履历 ${target.unit.name}${title}`, format: 'docx', bytes });
  }

  /** By name, where the directory knows it: a reader knows nobody by their user name. */
  private async toldAbout(target: string): Promise<ReminderLine[]> {
    const { people } = this.application.directory();
    const sent = await everythingSent(this.jobs.pool, { target });
    return sent.map((line) => ({ ...line, recipient: people.get(line.recipient)?.name ?? line.recipient }));
  }
}
