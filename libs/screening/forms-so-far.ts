import type { Form } from '#form';
import type { OtherForm } from './finding.ts';
import { CopyIndex } from './near-copies.ts';
import { DEFAULT_RULE_SET } from './rule-set.ts';
import { withoutYears } from './whole-form.ts';

/**
 * The forms of one run, or of a department and campaign, in the order in which they came. Picks out the few
 * that a form must be compared with, so that a run over thousands of forms stays linear.
 */
export class FormsSoFar {
  readonly #copies = new CopyIndex();
  readonly #byKey = new Map<string, OtherForm[]>();
  readonly #byId = new Map<string, OtherForm>();

  constructor(private readonly copyShare: number = DEFAULT_RULE_SET.copyShare) {}

  /** The earlier forms that the rules between forms may speak of: near copies, same name, same fund. */
  relatedTo(form: Form): OtherForm[] {
    const copies = this.#copies.nearest(form, this.copyShare).flatMap(({ id }) => this.#byId.get(id) ?? []);
    const namesakes = keysOf(form).flatMap((key) => this.#byKey.get(key) ?? []);
    return [...new Set([...copies, ...namesakes])];
  }

  add(other: OtherForm): void {
    this.#byId.set(other.id, other);
    this.#copies.add(other.id, other.form);
    for (const key of keysOf(other.form)) {
      const known = this.#byKey.get(key);
      if (known) known.push(other);
      else this.#byKey.set(key, [other]);
    }
  }
}

function keysOf(form: Form): string[] {
  switch (form.kind) {
    case 'project':
      return form.name === undefined ? [] : [`project:${withoutYears(form.name)}`];
    case 'direction':
      return form.fund === undefined ? [] : [`fund:${form.fund}`];
    case 'overall':
      return [];
  }
}
