import { type Form } from '#form';
import { type Grade } from '../rule-set.ts';
import { type Stage } from './chain.ts';
import { type NamedPerson, type Office } from './commands.ts';
import { type ScoreSheet } from './score-sheet.ts';
import { type Stated } from './events.ts';

export const TARGET_STATES = [
  'none',
  'draft',
  'in-review',
  'returned',
  'rejected',
  'abandoned',
  'classified',
  'approved',
  'not-funded',
  'granted',
  'self-evaluated',
  'evaluated',
] as const;
export type TargetState = (typeof TARGET_STATES)[number];

export interface Wording {
  id: string;
  stage: string;
  path: string;
  from?: string;
  to: string;
  reason: string;
  by: NamedPerson;
  answer: 'open' | 'accepted' | 'declined';
}

/** What has happened at the stage that the target is in, since it entered it. */
export interface StageProgress {
  /** 会签: who must sign. Empty with 或签. */
  signers: readonly NamedPerson[];
  /** 加签: asked in addition, each of them must sign. */
  added: readonly NamedPerson[];
  /** 转办: took over from one of the stage's own. */
  took: readonly NamedPerson[];
  /** Gave their turn away. */
  gaveAway: readonly string[];
  /** Users on whose account an approval stands. */
  approved: readonly string[];
}

/** 委托: holds for its stage and days (both inclusive), whatever comes and goes in between. */
export interface Delegation {
  stage: string;
  from: NamedPerson;
  to: NamedPerson;
  since: string;
  until: string;
}

/** 涉密: what the system knows of a target whose form is filed offline. */
export interface Classified {
  code: string;
  reason: string;
}

export interface Grant {
  documentNumber: string;
  date: string;
  amount: string;
  /** The revision whose form was granted; everything later pins it. */
  formRevision: number;
}
export type Disclosure = { date: string; url: string } | { withheld: string };

/** The state of one performance target, folded from its events. */
export interface Target {
  state: TargetState;
  campaignId: string;
  unit: Office;
  department: Office;
  fiscalYear: number;
  form: Form;
  /** The revision that brought the form. */
  formRevision: number;
  stated: Stated;
  /** The unit's head has it (提交单位审核). */
  presented: boolean;
  /** The head gave it back (退回经办) and has not been given it since. */
  handedBack: boolean;
  /** Submissions so far. */
  round: number;
  /** 1 = 一上, 2 = 二上 … */
  budgetRound: number;
  /** 控制数, where one was given: 万元. */
  ceiling: string | null;
  /** Revised since it was returned. */
  revised: boolean;
  chain: readonly Stage[];
  /** Id of the stage it is in, `null` outside review. */
  stage: string | null;
  /** The stage that last returned it to the unit. */
  returnedBy: string | null;
  progress: StageProgress;
  /** Somebody gave an opinion since the last submission: too late to withdraw. */
  reviewBegun: boolean;
  /** Who gave an opinion in this round, and at which stage: nobody at two. */
  acted: Readonly<Record<string, string>>;
  /** Who drafted, revised or submitted: nobody of them reviews. */
  authors: readonly string[];
  wordings: readonly Wording[];
  delegations: readonly Delegation[];
  /** The grade that the last opinion carried: after 中 review begins again at the first stage. */
  graded: Grade | null;
  urged: readonly { by: string; day: string }[];
  copied: readonly string[];
  /** 涉密: there is no form, and never will be one. */
  classified: Classified | null;
  grant: Grant | null;
  disclosure: Disclosure | null;
  evaluation: ScoreSheet | null;
}

export const NO_PROGRESS: StageProgress = {
  signers: [],
  added: [],
  took: [],
  gaveAway: [],
  approved: [],
};

/** A target that does not exist yet is a state too. */
export const NONE: Target = {
  state: 'none',
  campaignId: '',
  unit: { code: '', name: '' },
  department: { code: '', name: '' },
  fiscalYear: 0,
  form: { kind: 'project' },
  formRevision: -1,
  stated: {},
  presented: false,
  handedBack: false,
  round: 0,
  budgetRound: 1,
  ceiling: null,
  revised: false,
  chain: [],
  stage: null,
  returnedBy: null,
  progress: NO_PROGRESS,
  reviewBegun: false,
  acted: {},
  authors: [],
  wordings: [],
  delegations: [],
  graded: null,
  urged: [],
  copied: [],
  classified: null,
  grant: null,
  disclosure: null,
  evaluation: null,
};

export const stageOf = (target: Target): Stage | null =>
  target.chain.find((stage) => stage.id === target.stage) ?? null;

/** The authors with one more: whoever drafted, revised or submitted never reviews this target. */
export const withAuthor = ({ authors }: Target, user: string): readonly string[] =>
  authors.includes(user) ? authors : [...authors, user];
