export type { Bench, Measurement } from './bench.ts';
export { runClients, type Sample, type Work } from './clients.ts';
export { isMet, textOf, type Goal, type Section } from './report.ts';
export { pairedRounds, ratioOf, summaryOf, type Contender, type Measured } from './rounds.ts';
export { median, percentile, rounded } from './statistics.ts';
