import { useState } from 'react';
import { forget, keep, keptUnder } from '../kept/index.ts';
import { BLANK, isBlank, type OpinionDraft } from './opinion-draft.ts';

/** An opinion that is being written, with the revision of the target that it was begun on. */
export interface Opinion {
  revision: number;
  draft: OpinionDraft;
  /** From before the page was opened, and not touched since. */
  isRestored?: boolean;
}

interface Opinions {
  of: (id: string) => Opinion | undefined;
  write: (id: string, revision: number, change: (draft: OpinionDraft) => OpinionDraft) => void;
  /** Given, or given up. */
  drop: (id: string) => void;
}

/** Opinions being written, by target; kept in this browser until they are given, so that a reload loses none. */
export function useOpinions(user: string): Opinions {
  const beginning = `mubiao opinion ${user} `;
  const [all, setAll] = useState(() => restored(beginning));
  const drop = (id: string): void => {
    forget(beginning + id);
    setAll((now) => new Map([...now].filter(([one]) => one !== id)));
  };
  return {
    of: (id) => all.get(id),
    write: (id, revision, change) =>
      setAll((now) => {
        const before = now.get(id);
        const opinion = { revision: before?.revision ?? revision, draft: change(before?.draft ?? BLANK) };
        if (isBlank(opinion.draft)) forget(beginning + id);
        else keep(beginning + id, opinion);
        // Once it is worked on, it is nothing that came back.
        return new Map(now).set(id, opinion);
      }),
    drop,
  };
}

function restored(beginning: string): ReadonlyMap<string, Opinion> {
  const kept = [...keptUnder(beginning)];
  return new Map(
    kept.flatMap(([id, value]) => (isOpinion(value) ? [[id, { ...value, isRestored: true }]] : [])),
  );
}

const isOpinion = (value: unknown): value is Opinion =>
  typeof value === 'object' &&
  value !== null &&
  'revision' in value &&
  'draft' in value &&
  typeof value.draft === 'object' &&
  value.draft !== null &&
  Object.keys(BLANK).every((key) => key in (value.draft as object));
