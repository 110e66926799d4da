import { Controller, Get, Inject } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { type EventStore } from '#event-store';
import { type ReadModels } from '#read-models';
import { AtDoor, type Door } from '../commands/index.ts';
import { OpenToAll } from '../session/signed-in.ts';
import { READ_MODELS, STORE } from '../settings.ts';
import { ApiDescription } from './api-description.ts';
import { healthOf } from './health.ts';
import { START_PAGE } from './start-page.ts';

/** 运行状况: for whoever runs the system. */
@ApiExcludeController()
@Controller()
export class OperationsController {
  constructor(
    private readonly description: ApiDescription,
    @Inject(STORE) private readonly store: EventStore,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
  ) {}

  @Get()
  @OpenToAll()
  async start(@AtDoor() { reply }: Door): Promise<void> {
    await reply.type('text/html; charset=utf-8').send(START_PAGE);
  }

  @Get('api/openapi.json')
  @OpenToAll()
  async openapi(@AtDoor() { reply }: Door): Promise<void> {
    await reply.type('application/json; charset=utf-8').send(this.description.text);
  }

  /** 200 = all is well, 503 = something is not; says what, never why in a stranger's hearing. */
  @Get('health')
  @OpenToAll()
  async health(@AtDoor() { reply }: Door): Promise<void> {
    const health = await healthOf(this.store, this.readModels);
    await reply.status(health.status === 'ok' ? 200 : 503).send(health);
  }
}
