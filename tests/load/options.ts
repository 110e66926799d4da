import { parseArgs } from 'node:util';

export interface Options {
  /** Names of measurements; empty for all. */
  only: readonly string[];
  isShort: boolean;
  /** Many short rounds rather than a few long ones: what is compared then lies closer together in time. */
  rounds: number;
  seconds: number;
}

export const USAGE = `npm run bench -- [--only=NAME[,NAME…]] [--short] [--rounds=N] [--seconds=N]`;

/** @throws TypeError for an option that there is not */
export function readOptions(args: readonly string[], names: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string' },
      short: { type: 'boolean', default: false },
      rounds: { type: 'string' },
      seconds: { type: 'string' },
    },
  });
  const only = values.only?.split(',') ?? [];
  const unknown = only.filter((name) => !names.includes(name));
  if (unknown.length > 0)
    throw new TypeError(`No measurement ${unknown.join()}; there are ${names.join(', ')}.`);
  const isShort = values.short;
  return {
    only,
    isShort,
    rounds: Number(values.rounds ?? (isShort ? 1 : 21)),
    seconds: Number(values.seconds ?? (isShort ? 0.2 : 0.25)),
  };
}
