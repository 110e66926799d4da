import { type LiveEvent } from '#contracts';

/** Keys of what is read of one target; what an editor opened is not among them. */
const OF_TARGET = new Set(['target', 'history', 'seal']);
const LISTS = new Set(['targets', 'tasks']);
const REGISTER = new Set(['campaigns', 'units', 'people', 'sections', 'me']);
/** What is under somebody's hands, and the queue that is being worked off, are never exchanged by themselves. */
const isUnderHands = (kind: string, id: unknown): boolean =>
  kind === 'opening' || (kind === 'tasks' && id === 'review');

/** Whether an event makes what a query read outdated. */
export function isOutdated([kind, id]: readonly unknown[], event: LiveEvent): boolean {
  if (typeof kind !== 'string' || isUnderHands(kind, id)) return false;
  switch (event.type) {
    case 'target':
      return OF_TARGET.has(kind)
        ? id === event.id
        : kind === 'targets' || (kind === 'tasks' && id !== 'todo');
    case 'tasks':
      return kind === 'tasks';
    case 'register':
      return REGISTER.has(kind);
    case 'inbox':
      return kind === 'inbox';
    case 'reset':
      return OF_TARGET.has(kind) || LISTS.has(kind) || REGISTER.has(kind) || kind === 'inbox';
    case 'open':
    case 'ended':
      return false;
  }
}
