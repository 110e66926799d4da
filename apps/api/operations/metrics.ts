import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';

/** What Prometheus reads: the process, and how long each route took. No label names a person or a thing. */
export class Metrics {
  readonly registry = new Registry();
  readonly requests = new Histogram({
    name: 'mubiao_http_request_seconds',
    help: 'Time from the request to the end of the reply',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5],
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }
}
