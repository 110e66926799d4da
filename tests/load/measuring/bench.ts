import type { Section } from './report.ts';

/** What every measurement is given. */
export interface Bench {
  /** Rounds that count; one more warms up. */
  rounds: number;
  /** Seconds a round of a closed loop. */
  seconds: number;
  /** A tenth of the history and of the patience: to see that everything runs, not to believe the figures. */
  isShort: boolean;
  /** URL of an empty database on the run's one server, removed when the run ends. */
  database: () => Promise<string>;
  /** Progress, for whoever waits. */
  say: (line: string) => void;
}

export interface Measurement {
  /** As `--only=` names it. */
  name: string;
  run: (bench: Bench) => Promise<Section[]>;
}
