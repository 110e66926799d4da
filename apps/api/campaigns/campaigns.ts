import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Application, NotFound, type CommandResult } from '#application';
import { DEFAULT_RULE_SET } from '#domain';
import { type CampaignView } from '#contracts';
import { CampaignBody, ExtensionBody, FundTotalsBody } from '../bodies/campaigns.ts';
import { ReasonBody } from '../bodies/drafting.ts';
import { AtDoor, Commands, type Door } from '../commands/index.ts';

/** 年度申报批次, kept by 绩效股. */
@ApiTags('申报批次')
@Controller('api/campaigns')
export class CampaignsController {
  constructor(
    private readonly commands: Commands,
    private readonly application: Application,
  ) {}

  /** The newest year first. Everybody who works with targets needs its chains and windows. */
  @Get()
  list(): { items: CampaignView[] } {
    const items = [...this.application.campaigns()].map(([id, { campaign, revision }]): CampaignView => {
      return { id, revision, ...campaign };
    });
    return { items: items.sort((a, b) => b.fiscalYear - a.fiscalYear || (a.id < b.id ? -1 : 1)) };
  }

  @Post()
  open(@AtDoor() door: Door, @Body() body: CampaignBody): Promise<CommandResult> {
    const { id, name, fiscalYear, chains, windows } = body;
    const { ruleSet = DEFAULT_RULE_SET, resumeAt = 'first', departmentsGrant = false, reminders } = body;
    const terms = { name, fiscalYear, chains, windows, ruleSet, resumeAt, departmentsGrant };
    const reminding = reminders === undefined ? {} : { reminders };
    return this.commands.toCampaign(door, id, { type: 'OpenCampaign', ...terms, ...reminding });
  }

  @Post(':id/extensions')
  extend(
    @AtDoor() door: Door,
    @Param('id') id: string,
    @Body() { window, scope, until, reason }: ExtensionBody,
  ): Promise<CommandResult> {
    this.refuseUnknown(id);
    return this.commands.toCampaign(door, id, { type: 'ExtendDeadline', window, scope, until, reason });
  }

  @Put(':id/fund-totals')
  setFundTotals(
    @AtDoor() door: Door,
    @Param('id') id: string,
    @Body() body: FundTotalsBody,
  ): Promise<CommandResult> {
    this.refuseUnknown(id);
    const fundTotals = body.fundTotals.map(({ fund, total }) => ({ fund, total }));
    return this.commands.toCampaign(door, id, { type: 'SetFundTotals', fundTotals });
  }

  @Post(':id/closure')
  @HttpCode(200)
  close(
    @AtDoor() door: Door,
    @Param('id') id: string,
    @Body() { reason }: ReasonBody,
  ): Promise<CommandResult> {
    this.refuseUnknown(id);
    return this.commands.toCampaign(door, id, { type: 'CloseCampaign', reason });
  }

  private refuseUnknown(id: string): void {
    if (!this.application.campaigns().has(id)) throw new NotFound('campaign');
  }
}
