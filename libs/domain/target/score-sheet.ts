import { type Grade } from '../rule-set.ts';

/** How one indicator came to its points. All points are decimal text with two places. */
export interface ScoredIndicator {
  indicatorId: string;
  name: string;
  weight: string;
  actual: string;
  /** What the rule gives by itself; absent where a person must score. */
  computed?: string;
  /** What counts: the rule's points, or a person's, with the reason. */
  points: string;
  /** In an examiner's words, or why the rule could not score. */
  steps: readonly string[];
  reason?: string;
  evidence?: readonly string[];
  /** The unit's points where the bureau corrected them; both stay on record. */
  corrected?: { from: string; reason: string };
}

/** 预算执行率: paid / budget × 10, capped. */
export interface ScoredExecution {
  paid: string;
  budget: string;
  points: string;
  steps: readonly string[];
}

export interface ScoreSheet {
  execution: ScoredExecution;
  indicators: readonly ScoredIndicator[];
  total: string;
  grade: Grade;
}

/** What scoring worked out for one indicator before a person's points are looked at. */
export interface Assessment {
  indicatorId: string;
  name: string;
  weight: string;
  outcome:
    { kind: 'score'; points: string } | { kind: 'manual'; why: string } | { kind: 'invalid'; why: string };
  steps: readonly string[];
  /** 130 % of the target or more: the unit has to say why. */
  farOver: boolean;
}
export interface ExecutionAssessment {
  points: string;
  steps: readonly string[];
}
