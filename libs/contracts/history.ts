import { type Actor } from '#domain';
import { type Change } from '#form';
import { type TargetItem } from './items.ts';
import { type Page } from './replies.ts';

/** An item of `GET /api/targets/:id/history`: one step of a target's life, as an auditor reads it. */
export interface HistoryItem {
  revision: number;
  id: string;
  type: string;
  /** The event in Chinese. */
  label: string;
  time: string;
  actor: Actor;
  comment?: string;
  /** What the step changed in the form. */
  changes: readonly Change[];
  /** The event's own fields but for the form. */
  data: Readonly<Record<string, unknown>>;
  seal: string;
}

/** One approval (同意 or 批复) of a person, with what has become of the target since. */
export interface Approval {
  /** The event's place in the target's history. */
  revision: number;
  /** The event in Chinese. */
  label: string;
  /** ISO 8601 with offset. */
  time: string;
  post: string;
  organisation: string;
  onBehalfOf?: string;
  comment?: string;
  target: TargetItem;
}

/** `GET /api/people/:user/responsibility`: of whom, and what they approved, the latest first. */
export interface Responsibility extends Page<Approval> {
  person: { user: string; name: string; post: string };
}
