import { randomInt } from 'node:crypto';
import { renameSync, writeFileSync } from 'node:fs';
import { openAccess } from '#platform/access';
import {
  DEMO_ACCOUNTS,
  demoNoteIn,
  readDemoNote,
  type Configuration,
  type DemoNote,
} from '#platform/configuration';
import { openInstallation, type InstallationPlace } from '#platform/installation';
import { say } from '../output.ts';
import { seedDemo, SimulatedClock } from './seed.ts';

/**
 * First run: fills the empty system with the demo county and gives its accounts a password. A run that was killed in
 * the middle goes on where it was; later runs change nothing but a password that MUBIAO_DEMO_PASSWORD names.
 */
export async function prepareDemo(configuration: Configuration & InstallationPlace): Promise<void> {
  const file = demoNoteIn(configuration.dataFolder);
  const note = readDemoNote(file) ?? { now: Date.now(), complete: false };
  if (!note.complete) {
    writeNote(file, note);
    say('首次启动，正在准备演示数据（约半分钟）……');
    await seed(configuration, note.now);
  }
  await giveAccounts(configuration, note.complete);
  writeNote(file, { ...note, complete: true });
}

async function seed(configuration: InstallationPlace, now: number): Promise<void> {
  const clock = new SimulatedClock();
  let failure: unknown;
  const onFailure = (error: unknown): void => {
    failure = error;
  };
  const installation = await openInstallation(configuration, { clock, onFailure });
  try {
    await seedDemo(installation.application, clock, now);
    if (failure !== undefined) throw new Error('读取机构与批次失败，请重新启动。', { cause: failure });
  } finally {
    await installation.close();
  }
}

async function giveAccounts(
  { databaseUrl, demoPassword }: Configuration & InstallationPlace,
  isLater: boolean,
): Promise<void> {
  if (isLater && demoPassword === undefined) {
    sayAccounts('首次启动时显示过；忘记了可设置 MUBIAO_DEMO_PASSWORD 再启动');
    return;
  }
  const password = demoPassword ?? randomPassword();
  const access = await openAccess(databaseUrl);
  try {
    for (const account of DEMO_ACCOUNTS) await access.setPassword(account, password);
  } finally {
    await access.close();
  }
  sayAccounts(password);
}

function sayAccounts(password: string): void {
  say(`演示账户：${DEMO_ACCOUNTS.join('、')}`);
  say(`演示密码：${password}`);
}

/** No letters and digits that look alike, for it is typed from a screen. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const randomPassword = (): string =>
  Array.from({ length: 12 }, () => LETTERS[randomInt(LETTERS.length)]).join('');

function writeNote(file: string, note: DemoNote): void {
  writeFileSync(`${file}.new`, JSON.stringify(note), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
