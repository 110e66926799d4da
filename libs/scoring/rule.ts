import type { Decimal } from './decimal.ts';
import type { Measure } from './measure.ts';
import type { Comparison } from './text/tokens.ts';
import type { Deadline, Trend } from './text/conditions.ts';

/**
 * Points of a rule: `weight` is the row's 备注; `full` what the rule itself calls full marks, null when it
 * says 满分 or nothing. Where the two differ, both are readings (C7).
 */
export interface Marks {
  readonly weight: Decimal;
  readonly full: Decimal | null;
}

/** The value from which the rule gives full marks, where it is not the target; in base units. */
export interface Threshold {
  readonly sign: Comparison;
  readonly value: Decimal;
}

/** What the rule takes away: points, or a share (in %) of the row's points. */
export type Penalty =
  { readonly is: 'points'; readonly points: Decimal } | { readonly is: 'share'; readonly percent: Decimal };

interface Common {
  readonly marks: Marks;
  readonly measure: Measure;
}

/** 每少1%扣1分 and 每超1万元扣1分: a step of `amount`; in base units, or in % of the threshold when relative. */
export interface Deduction extends Common {
  readonly kind: 'deduction';
  readonly direction: 'shortfall' | 'excess';
  readonly amount: Decimal;
  readonly basis: 'absolute' | 'relative' | 'either';
  readonly penalty: Penalty;
  readonly threshold: Threshold | null;
  /** 低于80%不得分: nothing at all beyond this value. */
  readonly cutoff: Threshold | null;
  /** 最多扣3分: the most that is taken away, where it is less than everything. */
  readonly most: Decimal | null;
  /** 不足50人按50人计: how the rule itself counts a part of a step, whatever the policy. */
  readonly partStep: 'whole' | 'up' | null;
}

/** 每发生1起扣2分, 每延期1天扣1分, and steps in a unit that the row's own value cannot give (C4). */
export interface Occurrence extends Common {
  readonly kind: 'occurrence';
  readonly counts: 'event' | 'late' | 'short' | 'over';
  readonly amount: Decimal;
  /** null: any count word. */
  readonly unitText: string | null;
  readonly penalty: Penalty;
  /** 出现风险事件，扣5分: said once, so two events are for a person (C9). */
  readonly once: boolean;
  /** 超过5次不得分: nothing at all from so many on. */
  readonly cutoff: Threshold | null;
  readonly threshold: Threshold | null;
}

export interface Band {
  readonly lower: Threshold | null;
  readonly upper: Threshold | null;
  readonly points: Decimal | 'full';
}

/** 98%≤满意度得10分；90%≤满意度<98%得8分: the first band that fits. */
export interface Tiers extends Common {
  readonly kind: 'tiers';
  readonly bands: readonly Band[];
  /** Points below every band; null after an uneven 以此类推. */
  readonly otherwise: Decimal | null;
  /** The top band's sign was turned round (80%≥满意度): both readings (C8). */
  readonly reversed: boolean;
  /** The text lists the worst band first: an end that two bands share is then for a person. */
  readonly rising: boolean;
}

/** What happens when the condition is not met. */
export type Otherwise = Penalty | { readonly is: 'nothing' } | { readonly is: 'discretion' };

/** 达到目标得10分，否则不得分, on a figure. */
export interface AllOrNothing extends Common {
  readonly kind: 'all-or-nothing';
  readonly threshold: Threshold | null;
  /** 按上级要求完成各项工作: not the indicator's own figure, so a person must say (C9). */
  readonly generic: boolean;
  readonly otherwise: Otherwise;
}

/** 起到作用得5分，否则不得分, on a word. */
export interface YesNo extends Common {
  readonly kind: 'yes-no';
  readonly generic: boolean;
  /** 未造成影响得5分: the good answer is a no, so only words that say which are taken. */
  readonly negated: boolean;
  readonly grade: string | null;
  readonly direction: Trend | null;
  readonly otherwise: Otherwise;
}

export interface Grade {
  readonly words: readonly string[];
  readonly points: Decimal | 'full' | 'unknown' | { readonly percent: Decimal };
}

/** 效果良好得5分，效果一般得3分，无效果不得分; best first. */
export interface Grades extends Common {
  readonly kind: 'grades';
  readonly grades: readonly Grade[];
}

/** A step of movement against last year, in its own unit (null: none written). */
export interface TrendStep {
  readonly moves: 'up' | 'down';
  readonly amount: Decimal;
  readonly unitText: string | null;
  readonly penalty: Penalty;
}

/** 较上年下降得5分，无下降不得分. */
export interface YearOnYear extends Common {
  readonly kind: 'year-on-year';
  readonly wanted: Trend;
  /** 持平不扣分, 持平得3分; null: no more than another miss. */
  readonly same: 'full' | Decimal | null;
  /** 增加1次扣1分: what each step the wrong way costs. */
  readonly step: TrendStep | null;
  readonly otherwise: Otherwise;
}

/** 12月31日前完成得满分，每延期一天扣1分 / 逾期不得分. */
export interface Dated extends Common {
  readonly kind: 'dated';
  readonly deadline: Deadline | null;
  readonly perDay: Decimal | null;
  /** 延误超过5天不得分, in days. */
  readonly cutoff: Threshold | null;
  readonly penalty: Penalty | null;
  readonly otherwise: Otherwise;
}

/** 按资金使用率等比计分; 超出按比例扣减; the ambiguous 按…等比扣分. */
export interface Proportional extends Common {
  readonly kind: 'proportional';
  readonly of: 'usage' | 'excess' | 'shortfall' | 'unclear';
  readonly deadline: Deadline | null;
  /** 低于60%不得分. */
  readonly cutoff: Threshold | null;
}

/** 每完成1项得2分，满分10分. */
export interface EarnPerUnit extends Common {
  readonly kind: 'earn';
  readonly amount: Decimal;
  readonly points: Decimal;
}

/** A scoring text that a machine can apply. */
export type Rule =
  | Deduction
  | Occurrence
  | Tiers
  | AllOrNothing
  | YesNo
  | Grades
  | YearOnYear
  | Dated
  | Proportional
  | EarnPerUnit;

/** A scoring text that only a person can apply; `code` groups the reasons for the report, `why` is the sentence. */
export interface NeedsPerson {
  readonly kind: 'needs-person';
  readonly code: PersonCode;
  readonly why: string;
  readonly measure: Measure;
}

export type PersonCode =
  | 'no-rule'
  | 'no-weight'
  | 'target-unreadable'
  | 'not-understood'
  | 'several-conditions'
  | 'two-quantities'
  | 'another-subject'
  | 'no-score-stated'
  | 'bonus'
  | 'kind-conflict';
