import { useEffect, useMemo, useReducer, useRef, useState, type Dispatch, type SetStateAction } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type TargetView } from '#contracts';
import { diffForms, type Change, type Form } from '#form';
import { commands, messagesByPath, readTarget, Refused, type Seen } from '../api/index.ts';
import { edit, unedited, type Edit } from './edit-history.ts';
import { forgetLocally, keepLocally, type LocalDraft } from './local-draft.ts';
import { merged } from './merge.ts';

/** What the editor begins from. */
export interface Opening {
  target: TargetView;
  /** Typed earlier in this browser and not saved. */
  draft: LocalDraft | null;
  /** The form that the draft began from, where that is no longer the present one. */
  draftBase: Form | null;
}

/** Somebody else saved meanwhile: the form that both began from, and theirs. */
export interface Conflict {
  base: Form;
  theirs: TargetView;
}

export interface Draft {
  form: Form;
  seen: Seen;
  isDirty: boolean;
  isSaving: boolean;
  savedAt: Date | null;
  keptAt: Date | null;
  problem: unknown;
  /** Messages of the last refusal, by path in the form. */
  messages: ReadonlyMap<string, string>;
  conflict: Conflict | null;
  dispatch: (step: Edit) => void;
  /** @returns the revision that now stands, or null where it was not saved */
  save: () => Promise<Seen | null>;
  /** As the system has it since the last save from here, with what it found then. */
  saved: TargetView;
  /** What somebody else saved while this was open; null where nothing was. */
  newer: TargetView | null;
  /** Shows what they changed beside what is changed here. */
  compare: (theirs: TargetView) => void;
  /** Goes on without deciding: the next save asks again. */
  postpone: () => void;
  resolve: (kept: readonly Change[]) => void;
  discard: () => void;
}

interface Standing {
  base: { revision: number; form: Form };
  conflict: Conflict | null;
  isSaving: boolean;
  savedAt: Date | null;
  problem: unknown;
}
type Outcome = Partial<Pick<Standing, 'base' | 'conflict' | 'savedAt' | 'problem'>>;

/** Sends the form; a conflict brings the other's form, anything else that went wrong is told as it is. */
async function send(id: string, base: Standing['base'], form: Form): Promise<Outcome> {
  try {
    const { revision } = await commands.revise({ id, revision: base.revision }, form);
    return { base: { revision, form }, savedAt: new Date() };
  } catch (error) {
    if (!(error instanceof Refused) || error.status !== 412) return { problem: error };
    return { conflict: { base: base.form, theirs: await readTarget(id) } };
  }
}

/** The form under one's hands: edited here, kept in the browser at once, saved to the system when asked to. */
export function useDraft({ target, draft, draftBase }: Opening, user: string): Draft {
  const { id, revision, form: opened } = target;
  const [{ form }, dispatch] = useReducer(edit, unedited(draft?.form ?? opened));
  const [standing, setStanding] = useState<Standing>({
    base: draft && draftBase ? { revision: draft.revision, form: draftBase } : { revision, form: opened },
    conflict: draftBase && { base: draftBase, theirs: target },
    isSaving: false,
    savedAt: null,
    problem: null,
  });
  const { base, conflict, problem } = standing;
  const invalidate = useInvalidated(id);
  const latest = useLatest(target);
  const isOvertaken = latest.revision > base.revision && !standing.isSaving && conflict === null;
  const isDirty = useMemo(() => diffForms(base.form, form).length > 0, [base, form]);
  const keptAt = useKept({ user, id, revision: base.revision, form, isDirty });
  const save = async (): Promise<Seen | null> => {
    if (!isDirty) return { id, revision: base.revision };
    setStanding((now) => ({ ...now, isSaving: true, problem: null }));
    const outcome = await send(id, base, form);
    setStanding((now) => ({ ...now, isSaving: false, ...outcome }));
    invalidate();
    return outcome.base ? { id, revision: outcome.base.revision } : null;
  };
  return {
    ...standing,
    form,
    seen: { id, revision: base.revision },
    isDirty,
    keptAt,
    messages: useMemo(() => formMessages(problem), [problem]),
    dispatch,
    save,
    saved: latest.revision > base.revision ? target : latest,
    newer: isOvertaken ? latest : null,
    ...settling(standing, setStanding, dispatch),
  };
}

type Settling = Pick<Draft, 'compare' | 'postpone' | 'resolve' | 'discard'>;

/** What can be done about what somebody else saved. */
function settling(
  { base, conflict }: Standing,
  setStanding: Dispatch<SetStateAction<Standing>>,
  dispatch: Draft['dispatch'],
): Settling {
  /** Goes on from what others saved, with the form that came of it. */
  const goOn = (change: (mine: Form) => Form): void => {
    dispatch({ type: 'edit', change });
    const next = conflict?.theirs ?? base;
    setStanding((now) => ({ ...now, base: next, conflict: null, problem: null }));
  };
  return {
    compare: (theirs) => setStanding((now) => ({ ...now, conflict: { base: base.form, theirs } })),
    postpone: () => setStanding((now) => ({ ...now, conflict: null })),
    resolve: (kept) => goOn((mine) => merged(conflict?.theirs.form ?? mine, mine, kept)),
    discard: () => goOn(() => conflict?.theirs.form ?? base.form),
  };
}

/** The target as the system has it now; told of live, so that the form under one's hands need not be exchanged. */
function useLatest(opened: TargetView): TargetView {
  const { data } = useQuery({
    queryKey: ['target', opened.id],
    queryFn: () => readTarget(opened.id),
    initialData: opened,
  });
  return data;
}

/** What other pages know of the target is outdated; what the editor opened is not exchanged. */
function useInvalidated(id: string): () => void {
  const queries = useQueryClient();
  return () =>
    void queries.invalidateQueries({
      predicate: ({ queryKey }) => queryKey[1] === id && queryKey[0] !== 'opening',
    });
}

/** The body's paths begin with /form. */
function formMessages(problem: unknown): ReadonlyMap<string, string> {
  const entries = [...messagesByPath(problem)].map(([path, message]): [string, string] => [
    path.replace(/^\/form(?=\/)/u, ''),
    message,
  ]);
  return new Map(entries);
}

const KEEP_AFTER_MS = 300;

/** Keeps what is not saved in the browser, a moment after each change and when the page is left. */
function useKept({
  user,
  id,
  revision,
  form,
  isDirty,
}: Seen & { user: string; form: Form; isDirty: boolean }) {
  const [keptAt, setKeptAt] = useState<Date | null>(null);
  const hasKept = useRef(false);
  useEffect(() => {
    const keep = (): void => {
      if (isDirty) {
        const at = Date.now();
        hasKept.current = keepLocally(user, id, { revision, form, at });
        setKeptAt(hasKept.current ? new Date(at) : null);
      } else forgetLocally(user, id);
    };
    const timer = setTimeout(keep, KEEP_AFTER_MS);
    addEventListener('pagehide', keep);
    return () => {
      clearTimeout(timer);
      removeEventListener('pagehide', keep);
      keep();
    };
  }, [user, id, revision, form, isDirty]);
  return keptAt;
}
