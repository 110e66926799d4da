import { type TargetItem } from './items.ts';

/** 待办, 已办, 我发起的, 抄送我的. */
export const BOXES = ['todo', 'done', 'mine', 'copied'] as const;
export type Box = (typeof BOXES)[number];

/** What somebody has to do about a target; `staff`: its unit has nobody who could. */
export type Duty =
  | 'fill'
  | 'revise'
  | 'submit'
  | 'answer-wording'
  | 'review'
  | 'name-reviewer'
  | 'grant'
  | 'disclose'
  | 'self-evaluate'
  | 'verify'
  | 'staff';

/** An item of `GET /api/tasks`: a target and, in 待办, what is to be done about it and by when. */
export interface TaskItem {
  target: TargetItem;
  /** Null outside 待办. */
  duty: Duty | null;
  /** The duty in Chinese; empty outside 待办. */
  label: string;
  /** 待办: since when it lies here; else when the person last had to do with it. */
  since: string;
  /** Last day (YYYY-MM-DD), extensions already in. */
  due?: string;
  overdue: boolean;
}
