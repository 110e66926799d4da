import { type Change } from '#form';

export interface Mark {
  kind: 'error' | 'warning' | 'hint' | 'annotation';
  text: string;
}

/** What stands in the margin, by path. */
export type Marks = ReadonlyMap<string, readonly Mark[]>;

export function marksOf(
  findings: readonly { path: string; severity: 'error' | 'warning' | 'hint'; message: string }[],
  annotations: readonly { path: string; comment: string }[] = [],
): Marks {
  const marks = new Map<string, Mark[]>();
  const add = (path: string, mark: Mark): void => {
    marks.set(path, [...(marks.get(path) ?? []), mark]);
  };
  for (const { path, severity, message } of findings) add(path, { kind: severity, text: message });
  for (const { path, comment } of annotations) add(path, { kind: 'annotation', text: comment });
  return marks;
}

const ORDER: readonly Mark['kind'][] = ['error', 'annotation', 'warning', 'hint'];

/** The gravest mark at a path or, for a row or list, inside it. */
export function gravestAt(marks: Marks, path: string): Mark | undefined {
  const here = marks.get(path) ?? [];
  return ORDER.map((kind) => here.find((mark) => mark.kind === kind)).find((mark) => mark !== undefined);
}

/** Whether a step changed the field: itself, or as part of a row that came or went whole. */
export function isChanged(changes: readonly Change[], path: string): boolean {
  return changes.some((change) => change.path === path || path.startsWith(`${change.path}/`));
}
