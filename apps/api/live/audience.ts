import { Injectable } from '@nestjs/common';
import { type LiveEvent } from '#contracts';
import { type Directory } from '#domain/directory';
import { isWithin, scopeOf, type ChangedTarget } from '#read-models';
import { type LiveConnection, type Told } from './connection.ts';

/** More targets at once than this are told as one `reset`. */
export const MOST_TARGETS = 100;

/** Somebody who listens, perhaps in several browsers. */
export interface Listener {
  readonly connections: Set<LiveConnection>;
  /** Targets in which something waits for the person. */
  readonly waiting: Set<string>;
}

/** What a batch of the feed came to. */
export interface News {
  targets: readonly ChangedTarget[];
  isRegisterChanged: boolean;
}

/**
 * What of the news concerns a person: targets within the scope that their lists have, and their tasks, also one that
 * is gone. Keeps `waiting` up to date.
 */
export function eventsFor(
  user: string,
  { targets, isRegisterChanged }: News,
  { waiting, directory }: { waiting: Set<string>; directory: Directory },
): LiveEvent[] {
  const person = directory.people.get(user);
  if (!person) return [];
  const scope = scopeOf(person, directory);
  const seen = targets.filter((target) => isWithin(scope, target));
  const hasTasks = targets.filter((target) => takeTask(target, user, waiting)).length > 0;
  if (seen.length > MOST_TARGETS) return [{ type: 'reset' }];
  return [
    ...seen.map(({ id, revision, state }): LiveEvent => ({ type: 'target', id, revision, state })),
    ...(hasTasks ? [{ type: 'tasks' } as const] : []),
    ...(isRegisterChanged ? [{ type: 'register' } as const] : []),
  ];
}

/** Whether a task of the person was or is in the target. */
function takeTask({ id, waitingFor }: ChangedTarget, user: string, waiting: Set<string>): boolean {
  const had = waiting.delete(id);
  const has = waitingFor.includes(user);
  if (has) waiting.add(id);
  return had || has;
}

/** Everybody who listens at this process, by user id. */
@Injectable()
export class Audience {
  readonly #listeners = new Map<string, Listener>();

  get isEmpty(): boolean {
    return this.#listeners.size === 0;
  }

  countOf(user: string): number {
    return this.#listeners.get(user)?.connections.size ?? 0;
  }

  /** @returns the person as a listener, whose first connection it may be */
  join(connection: LiveConnection): Listener {
    const { user } = connection;
    const listener = this.#listeners.get(user) ?? { connections: new Set(), waiting: new Set() };
    this.#listeners.set(user, listener);
    listener.connections.add(connection);
    return listener;
  }

  leave(connection: LiveConnection): void {
    const listener = this.#listeners.get(connection.user);
    listener?.connections.delete(connection);
    if (listener?.connections.size === 0) this.#listeners.delete(connection.user);
  }

  *connections(user: string | null = null): Generator<LiveConnection> {
    for (const [of, { connections }] of this.#listeners)
      if (user === null || of === user) yield* [...connections];
  }

  /** Tells everybody what `say` finds for them. */
  tell(say: (user: string, listener: Listener) => Told): void {
    for (const [user, listener] of this.#listeners) {
      const told = say(user, listener);
      for (const connection of [...listener.connections]) connection.tell(told);
    }
  }
}
