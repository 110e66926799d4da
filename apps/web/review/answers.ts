import { type Change } from '#form';
import { type Annotation } from '#domain/target';

export interface Answer {
  annotation: Annotation;
  /** What changed at the annotated place or inside it; nothing = 未改. */
  changes: readonly Change[];
}

const concerns = ({ path }: Annotation, change: Change): boolean =>
  path === '/' ||
  change.path === path ||
  change.path.startsWith(`${path}/`) ||
  // A row that came or went whole answers a remark on one of its fields.
  path.startsWith(`${change.path}/`);

/** What became of each annotation of the last round. */
export const answersTo = (annotations: readonly Annotation[], changes: readonly Change[]): Answer[] =>
  annotations.map((annotation) => ({
    annotation,
    changes: changes.filter((change) => concerns(annotation, change)),
  }));

/** Changes that no annotation asked for. */
export const otherChanges = (annotations: readonly Annotation[], changes: readonly Change[]): Change[] =>
  changes.filter((change) => !annotations.some((annotation) => concerns(annotation, change)));
