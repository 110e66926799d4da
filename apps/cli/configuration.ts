import { resolve } from 'node:path';

import { readConfiguration } from '#platform/configuration';
import type { Configuration } from '#platform/configuration';

import { CommandFailed } from './command-failed.ts';

/** The checked environment, the data folder as an absolute path. @throws CommandFailed naming each broken variable */
export function configurationOrFail(env: NodeJS.ProcessEnv): Configuration {
  const read = readConfiguration(env);
  if (!read.ok) throw new CommandFailed(read.problems);
  return { ...read.configuration, dataFolder: resolve(read.configuration.dataFolder) };
}
