import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { type ChannelStatus } from '#contracts';
import { type ProjectionStatus } from '#read-models';

/** What Prometheus reads: the process, how long each route took, how the projections stand. No label names a person. */
export class Metrics {
  readonly registry = new Registry();
  readonly requests = new Histogram({
    name: 'mubiao_http_request_seconds',
    help: 'Time from the request to the end of the reply',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5],
    registers: [this.registry],
  });
  private readonly stopped = new Gauge({
    name: 'mubiao_projection_stopped',
    help: '1 while a projection stands still at an event that it cannot read',
    labelNames: ['projection'] as const,
    registers: [this.registry],
  });
  private readonly updated = new Gauge({
    name: 'mubiao_projection_updated_timestamp_seconds',
    help: 'When a projection last wrote',
    labelNames: ['projection'] as const,
    registers: [this.registry],
  });

  private readonly deliveries = new Gauge({
    name: 'mubiao_channel_deliveries',
    help: 'Mails and robot messages by what became of them: waiting, failed, or doubtful (may have arrived twice)',
    labelNames: ['channel', 'state'] as const,
    registers: [this.registry],
  });
  private readonly sent = new Gauge({
    name: 'mubiao_channel_sent_timestamp_seconds',
    help: 'When something last went out by a channel',
    labelNames: ['channel'] as const,
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  /** In the text format of Prometheus. */
  text(projections: readonly ProjectionStatus[], channels: readonly ChannelStatus[]): Promise<string> {
    for (const { projection, failure, updatedAt } of projections) {
      this.stopped.set({ projection }, failure === null ? 0 : 1);
      this.updated.set({ projection }, Date.parse(updatedAt) / 1000);
    }
    for (const { channel, lastSent, ...counts } of channels) {
      for (const state of ['waiting', 'failed', 'doubtful'] as const)
        this.deliveries.set({ channel, state }, counts[state]);
      if (lastSent !== null) this.sent.set({ channel }, Date.parse(lastSent) / 1000);
    }
    return this.registry.metrics();
  }
}
