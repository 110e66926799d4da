import { type TargetItem } from '#contracts';

export const BOXES = ['todo', 'done', 'mine', 'copied'] as const;
export type Box = (typeof BOXES)[number];

/** What somebody has to do about a target, as `GET /api/tasks` names it. */
export const DUTIES = [
  'fill',
  'revise',
  'submit',
  'answer-wording',
  'review',
  'name-reviewer',
  'grant',
  'disclose',
  'self-evaluate',
  'verify',
] as const;
export type Duty = (typeof DUTIES)[number];

/** Something for a person; `due` is the last day (YYYY-MM-DD). `duty` is null outside 待办. */
export interface TaskItem {
  target: TargetItem;
  duty: Duty | null;
  label: string;
  since: string;
  due?: string;
  overdue: boolean;
}

/** One step of a target's life, as `GET /api/targets/:id/history` tells it. */
export interface HistoryItem {
  revision: number;
  id: string;
  type: string;
  label: string;
  time: string;
  actor: { user: string; name: string; post: string; organisation: string; onBehalfOf?: { name: string } };
  comment?: string;
  changes: readonly {
    path: string;
    kind: 'added' | 'removed' | 'changed' | 'moved';
    from?: unknown;
    to?: unknown;
  }[];
  data: Readonly<Record<string, unknown>>;
  seal: string;
}
