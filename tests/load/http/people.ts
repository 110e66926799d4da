import { Buffer } from 'node:buffer';

/** The reviewers of the county's chain for projects, in the order of its stages. */
export const REVIEWERS = ['department', 'section', 'performance'] as const;

/** Parent and child seal persons under the same keys. */
export const BENCH_MASTER_KEY = Buffer.alloc(32, 7);
