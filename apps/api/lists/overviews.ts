import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { NotFound } from '#application';
import { type BudgetGate, type CampaignProgress, type DepartmentOverview } from '#contracts';
import { budgetGate, campaignProgress, departmentOverview, type Scope } from '#read-models';
import { AfterQuery, CampaignQuery, GateQuery } from '../bodies/queries.ts';
import { AtDoor, type Door } from '../commands/index.ts';
import { Reader } from './reader.ts';

/** 概况、进度、预算安排前置条件: figures over the targets that the person sees. */
@ApiTags('概况与进度')
@Controller('api')
export class OverviewsController {
  constructor(private readonly reader: Reader) {}

  @Get('departments/:code/overview')
  async department(
    @AtDoor() door: Door,
    @Param('code') department: string,
    @Query() { campaign, after }: CampaignQuery,
  ): Promise<DepartmentOverview> {
    const scope = this.reader.scopeOf(door);
    this.refuseUnseen(department, scope);
    await this.reader.fresh(door, 'department-overview', after);
    const day = this.reader.today();
    return departmentOverview(this.reader.readModels.db, { department, campaign, day }, scope);
  }

  @Get('campaigns/:id/progress')
  async progress(
    @AtDoor() door: Door,
    @Param('id') campaign: string,
    @Query() { after }: AfterQuery,
  ): Promise<CampaignProgress> {
    const scope = this.reader.scopeOf(door);
    await this.reader.fresh(door, 'campaign-progress', after);
    const day = this.reader.today();
    const progress = await campaignProgress(this.reader.readModels.db, { campaign, day }, scope);
    if (!progress) throw new NotFound('campaign');
    return progress;
  }

  @Get('budget-gate')
  async gate(@AtDoor() door: Door, @Query() query: GateQuery): Promise<BudgetGate> {
    const { campaign, department, after, limit, cursor } = query;
    const scope = this.reader.scopeOf(door);
    await this.reader.fresh(door, 'budget-gate', after);
    return budgetGate(this.reader.readModels.db, { campaign, department }, scope, { limit, cursor });
  }

  /** @throws NotFound for a department of which the person sees nothing */
  private refuseUnseen(code: string, { all, departments, units }: Scope): void {
    const { directory } = this.reader;
    const isDepartment = directory.units.get(code)?.departmentCode === code;
    const within = units.some((unit) => directory.units.get(unit)?.departmentCode === code);
    if (!isDepartment || !(all || departments.includes(code) || within)) throw new NotFound('department');
  }
}
