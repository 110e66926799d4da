import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { listTargets, listTasks, searchIndicators, timelineOf, type TimelineItem } from '#read-models';
import { Application } from '#application';
import { type IndicatorItem, type Page, type TargetItem, type TaskItem } from '#contracts';
import { IndicatorsQuery, PageQuery, TargetsQuery, TasksQuery } from '../bodies/queries.ts';
import { AtDoor, TargetId, type Door } from '../commands/index.ts';
import { Reader } from './reader.ts';

/** 列表: what the read models answer, within what the person may see. */
@ApiTags('列表')
@Controller('api')
export class ListsController {
  constructor(
    private readonly reader: Reader,
    private readonly application: Application,
  ) {}

  @Get('targets')
  async targets(@AtDoor() door: Door, @Query() query: TargetsQuery): Promise<Page<TargetItem>> {
    const { limit, cursor, after, ...filter } = query;
    const scope = this.reader.scopeOf(door);
    await this.reader.fresh(door, 'target-list', after);
    return listTargets(this.reader.readModels.db, filter, scope, { limit, cursor });
  }

  @Get('tasks')
  async tasks(@AtDoor() door: Door, @Query() query: TasksQuery): Promise<Page<TaskItem>> {
    const { box = 'todo', campaign, after, limit, cursor } = query;
    const scope = this.reader.scopeOf(door);
    await this.reader.fresh(door, 'tasks', after);
    const day = this.reader.today();
    return listTasks(this.reader.readModels.db, { box, day, campaign }, scope, { limit, cursor });
  }

  @Get('indicators')
  async indicators(@AtDoor() door: Door, @Query() query: IndicatorsQuery): Promise<Page<IndicatorItem>> {
    const { after, limit, cursor, ...filter } = query;
    this.reader.scopeOf(door);
    await this.reader.fresh(door, 'indicator-library', after);
    return searchIndicators(this.reader.readModels.db, filter, { limit, cursor });
  }

  /** Whether the person may see the target is asked of the events, so that one asked in just now does. */
  @Get('targets/:id/timeline')
  async timeline(
    @AtDoor() door: Door,
    @TargetId() id: string,
    @Query() { after, limit, cursor }: PageQuery,
  ): Promise<Page<TimelineItem>> {
    await this.application.targets.read(id, door.request.user);
    await this.reader.fresh(door, 'timeline', after);
    return timelineOf(this.reader.readModels.db, id, { limit, cursor });
  }
}
