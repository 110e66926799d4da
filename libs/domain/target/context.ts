import { type Actor } from '../recorded.ts';
import { type RuleSet } from '../rule-set.ts';
import { type Stage } from './chain.ts';
import { type NamedPerson } from './commands.ts';
import { type Assessment, type ExecutionAssessment } from './score-sheet.ts';

export interface Finding {
  code: string;
  severity: 'error' | 'warning' | 'hint';
  path: string;
  message: string;
}

/** Days (YYYY-MM-DD) in the jurisdiction's time zone, both inclusive, extensions already in. */
export interface Window {
  opens: string;
  closes: string;
}

/** Everything that a decision may look at besides the command and the target's own history. Plain data. */
export interface Context {
  /** The day of the decision in the jurisdiction's time zone. */
  day: string;
  actor: Actor;
  campaignOpen: boolean;
  /** The code of the form handed in stands for a 涉密 target of the unit, whose form is filed offline. */
  filedOffline: boolean;
  /** Where a resubmission begins: the chain's first stage or the stage that returned it. */
  resumeAt: 'first' | 'returning';
  /** The campaign's chain for this kind of form; empty where the campaign does not ask for the kind. */
  chain: readonly Stage[];
  /** By stage id: who is eligible there according to the directory. */
  reviewers: Readonly<Record<string, readonly NamedPerson[]>>;
  /** By stage id: who leads the office of the stage, and names someone where nobody else can. */
  stageHeads: Readonly<Record<string, readonly string[]>>;
  /** Users with any reviewing role, who may take over, sign in addition or stand in. */
  canReview: readonly string[];
  windows: { submission?: Window; revision?: Window; selfEvaluation?: Window };
  ruleSet: RuleSet;
  /** What screening says of the form as it stands; asked for on submission and on agreeing in a batch only. */
  findings: readonly Finding[];
  /** What scoring says of the actual values handed in; asked for at year end only. */
  assessments: readonly Assessment[];
  execution: ExecutionAssessment;
}
