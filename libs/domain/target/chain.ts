/** Whose duty a stage is: the target's department, the section that serves it, or the performance section. */
export type ReviewerGroup = 'department' | 'section' | 'performance';

/** One stage of a review chain; the id is stable, the name is what the place calls it (股, 科, 处). */
export interface Stage {
  id: string;
  name: string;
  reviewers: ReviewerGroup;
  /** 或签: one of them decides; 会签: all of them must agree. */
  rule: 'any' | 'all';
}

export const LONGEST_CHAIN = 5;
/** Returning `to` this is returning to the unit, so no stage may be called so. */
export const UNIT = 'unit';

/** One to five stages with ids and names of their own. */
export function isChain(stages: readonly Stage[]): boolean {
  const ids = new Set(stages.map((stage) => stage.id));
  return (
    stages.length >= 1 &&
    stages.length <= LONGEST_CHAIN &&
    ids.size === stages.length &&
    !ids.has(UNIT) &&
    stages.every((stage) => stage.id.trim() !== '' && stage.name.trim() !== '')
  );
}
