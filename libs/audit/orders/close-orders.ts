import { v5 } from 'uuid';
import { type Actor } from '#domain';
import { type StoredEvent } from '#event-store';
import { type Recording } from '../record/index.ts';
import { recordPackageFact } from './package-stream.ts';

export const CAMPAIGN_STREAMS = 'campaign-';

/** Who asks for what nobody had to ask for. */
const CLOSING: Actor = { user: 'system', name: '批次关闭', post: '', organisation: '' };

/**
 * The package that every campaign gets when it closes: its id and its command follow from the closing event, so that
 * it is ordered once, however often and by however many workers that event is seen. Answers the package's id.
 */
export async function orderAtClose(recording: Recording, closed: StoredEvent): Promise<string> {
  const id = v5('audit package', closed.id);
  const scope = { campaign: closed.stream.slice(CAMPAIGN_STREAMS.length) };
  const fact = { type: 'AuditPackageRequested', scope } as const;
  await recordPackageFact(recording, id, { fact, actor: CLOSING, commandId: id });
  return id;
}
