import { checkEvents, FAULT_TERMS, SEALS, type EventsVerdict } from '#audit';
import type { StoredEvent } from '#event-store';
import { BackupRefused, readManifest, type BackupManifest } from './manifest.ts';
import { isAsNamed, readLines } from './rows-file.ts';

export interface VerifiedBackup {
  manifest: BackupManifest;
  history: EventsVerdict;
}

/**
 * Every file against the manifest, every row counted, every event against its seal, the one before it, and the signed
 * roots; needs no system.
 * @throws BackupRefused naming the first thing that is wrong
 */
export async function verifyBackup(folder: string): Promise<VerifiedBackup> {
  const manifest = readManifest(folder);
  for (const file of [...manifest.tables, ...manifest.files])
    if (!(await isAsNamed(folder, file)))
      throw new BackupRefused(`备份文件 ${file.name} 缺失、损坏或被改动，请换一份备份。`);
  for (const { name, rows } of manifest.tables) {
    let count = 0;
    for await (const line of readLines(folder, name)) count += line === '' ? 0 : 1;
    if (count !== rows)
      throw new BackupRefused(`备份文件 ${name} 有 ${count} 行，应有 ${rows} 行，请换一份备份。`);
  }
  const events = manifest.tables.find(({ table }) => table === 'store.events');
  if (!events) throw new BackupRefused('备份中没有事件，请换一份备份。');
  return { manifest, history: await checkedHistory(() => eventsIn(folder, events.name)) };
}

/** @throws BackupRefused naming the first event that is not as it was sealed, or that a signed root does not cover */
export async function checkedHistory(feed: () => AsyncIterable<StoredEvent>): Promise<EventsVerdict> {
  const seals: string[] = [];
  for await (const { stream, body } of feed()) if (stream === SEALS) seals.push(body);
  const verdict = await checkEvents(feed(), seals);
  if (verdict.firstBad === undefined) return verdict;
  const { why, stream, revision } = verdict.firstBad;
  const where = stream === undefined ? '' : `${stream} 第 ${String(revision ?? '?')} 版：`;
  throw new BackupRefused(`历史不完好，${where}${FAULT_TERMS[why]}。请换一份备份。`);
}

/** Events of a backup in feed order. */
export async function* eventsIn(folder: string, name: string): AsyncGenerator<StoredEvent> {
  for await (const line of readLines(folder, name)) {
    const event = JSON.parse(line) as Omit<StoredEvent, 'position'>;
    yield { ...event, position: '' };
  }
}
