import { type Form } from '#form';

/** The form as it stands with what it was before and, after undoing, what it will be again. */
export interface Edited {
  form: Form;
  past: readonly Form[];
  future: readonly Form[];
}
export type Edit = { type: 'edit'; change: (form: Form) => Form } | { type: 'undo' } | { type: 'redo' };

/** Forms share what did not change, so that this costs little. */
const MOST_STEPS = 200;

export const unedited = (form: Form): Edited => ({ form, past: [], future: [] });

export function edit(edited: Edited, step: Edit): Edited {
  const { form, past, future } = edited;
  switch (step.type) {
    case 'edit': {
      const changed = step.change(form);
      return changed === form
        ? edited
        : { form: changed, past: [...past, form].slice(-MOST_STEPS), future: [] };
    }
    case 'undo': {
      const before = past.at(-1);
      return before ? { form: before, past: past.slice(0, -1), future: [form, ...future] } : edited;
    }
    case 'redo': {
      const [after, ...later] = future;
      return after ? { form: after, past: [...past, form], future: later } : edited;
    }
  }
}
