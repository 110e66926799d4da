/** 优 良 中 差, as reviews of targets and evaluation results both use them (财预〔2015〕88号). */
export const GRADES = ['优', '良', '中', '差'] as const;
export type Grade = (typeof GRADES)[number];

export interface SheetQuestion {
  question: string;
  points: number;
}
export interface SheetCriterion {
  criterion: string;
  questions: readonly SheetQuestion[];
}

/** Lower bounds in points of 100; below 中 is 差. */
export interface GradeBounds {
  excellent: number;
  good: number;
  fair: number;
}

/** What varies by place and year. Versioned: an old target is read under the one of its own campaign. */
export interface RuleSet {
  version: string;
  /** Indicator tree: 2015 has 成本 under 产出, 2021 has it on the first level. */
  tree: '2015' | '2021';
  sheet: readonly SheetCriterion[];
  gradeBounds: GradeBounds;
  /** How a part of a deduction step counts (RULE-KINDS C5). */
  partStep: 'ask' | 'whole' | 'proportional' | 'up';
  /** Weights sum to 90 where execution has the other 10, to 100 where it is counted apart; unknown accepts both. */
  weightTotal: 90 | 100 | null;
  /** Screening rules that are off or have another severity here, by code. */
  screening: Readonly<Record<string, 'off' | 'error' | 'warning' | 'hint'>>;
  /** 催办 by the same person on the same target, a calendar day. */
  urgesPerDay: number;
}

const criterion = (name: string, ...questions: [string, number][]): SheetCriterion => ({
  criterion: name,
  questions: questions.map(([question, points]) => ({ question, points })),
});

/** 《中央部门预算绩效目标管理办法》(财预〔2015〕88号) 附: 绩效目标审核表. */
export const DEFAULT_SHEET: readonly SheetCriterion[] = [
  criterion('完整性', ['规范完整性', 10], ['明确清晰性', 10]),
  criterion('相关性', ['目标相关性', 15], ['指标科学性', 15]),
  criterion('适当性', ['绩效合理性', 15], ['资金匹配性', 15]),
  criterion('可行性', ['实现可能性', 10], ['条件充分性', 10]),
];

export const DEFAULT_RULE_SET: RuleSet = {
  version: '1',
  tree: '2021',
  sheet: DEFAULT_SHEET,
  gradeBounds: { excellent: 90, good: 80, fair: 60 },
  partStep: 'ask',
  weightTotal: null,
  screening: {},
  urgesPerDay: 1,
};

/** The grade of a number of points out of 100; points may have decimals. */
export function gradeOf(points: number, bounds: GradeBounds): Grade {
  if (points >= bounds.excellent) return '优';
  if (points >= bounds.good) return '良';
  return points >= bounds.fair ? '中' : '差';
}
