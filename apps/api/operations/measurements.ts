import { Controller, Get, Inject } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { channelStatus, type JobsParts } from '#jobs';
import { type ReadModels } from '#read-models';
import { AtDoor, type Door } from '../commands/index.ts';
import { HttpProblem } from '../edge/http-problem.ts';
import { OpenToAll } from '../session/signed-in.ts';
import { JOBS, READ_MODELS } from '../settings.ts';
import { Metrics } from './metrics.ts';

/** What Prometheus asks for. */
@ApiExcludeController()
@Controller()
export class MeasurementsController {
  constructor(
    private readonly metrics: Metrics,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
    @Inject(JOBS) private readonly jobs: JobsParts,
  ) {}

  /** Not public: only from this machine, and not through a proxy on it. */
  @Get('metrics')
  @OpenToAll()
  async measurements(@AtDoor() { request, reply }: Door): Promise<void> {
    const { headers, socket } = request;
    const isForwarded = headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined;
    if (isForwarded || !isLoopback(socket.remoteAddress)) throw new HttpProblem('NotFound');
    const [projections, channels] = await Promise.all([
      this.readModels.status(),
      channelStatus(this.jobs.pool),
    ]);
    const text = await this.metrics.text(projections, channels);
    await reply.type(this.metrics.registry.contentType).send(text);
  }
}

const isLoopback = (address: string | undefined): boolean =>
  address === '::1' || /^(?:::ffff:)?127\./.test(address ?? '');
