import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Configuration } from './configuration.ts';

/** The accounts that people sign in with in the demo; their names never change. */
export const DEMO_ACCOUNTS = [
  'clerk',
  'head',
  'department',
  'section',
  'performance',
  'leader',
  'auditor',
  'admin',
  'security',
  'clerk2',
  'head2',
] as const;

/** What is kept of the demo beside the database: from when it tells its story, and whether it is told to the end. */
export interface DemoNote {
  now: number;
  complete: boolean;
}

export const demoNoteIn = (dataFolder: string): string => join(dataFolder, 'demo.json');

export function readDemoNote(file: string): DemoNote | null {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as DemoNote) : null;
}

/** Accounts that anybody may sign in as: none where the installation is not the demo, and none in production ever. */
export function openAccountsOf({
  production,
  dataFolder,
}: Pick<Configuration, 'production' | 'dataFolder'>): readonly string[] {
  if (production) return [];
  return readDemoNote(demoNoteIn(dataFolder))?.complete === true ? DEMO_ACCOUNTS : [];
}
