/** Why the domain refuses. The sentence for each stands in contracts; the code is what scripts and tests rely on. */
export type RefusalCode =
  // any aggregate
  | 'NotAllowedNow'
  | 'NotYours'
  | 'UnknownPerson'
  | 'ReasonMissing'
  // drafting
  | 'KindNotInCampaign'
  | 'KindChanged'
  | 'FiledOffline'
  | 'CampaignNotOpen'
  | 'WithTheHead'
  | 'NotPresented'
  | 'NothingChanged'
  | 'RevisionMissing'
  | 'ErrorsLeft'
  | 'AnswerToNoFinding'
  | 'WindowNotOpen'
  | 'WindowClosed'
  | 'OverCeiling'
  | 'ReviewHasBegun'
  // review
  | 'OwnWork'
  | 'OneStageARound'
  | 'NotThisStagesTurn'
  | 'AlreadySigned'
  | 'UnknownPath'
  | 'UnknownStage'
  | 'NotAnEarlierStage'
  | 'ReturnToWithoutReturn'
  | 'GradeContradictsDecision'
  | 'GradeNotOfPoints'
  | 'SheetIncomplete'
  | 'WordingOpen'
  | 'UnknownWording'
  | 'WordingOutdated'
  | 'NotEligible'
  | 'AlreadySigner'
  | 'PeriodInvalid'
  | 'UrgedToday'
  | 'NobodyToUrge'
  | 'ToBeReadAlone'
  // after approval
  | 'AmountMissing'
  | 'GrantedBeforeOpening'
  | 'DateInvalid'
  | 'AlreadyDisclosed'
  // year end
  | 'ActualMissing'
  | 'ActualInvalid'
  | 'UnknownIndicator'
  | 'IndicatorTwice'
  | 'PointsMissing'
  | 'PointsOutOfRange'
  | 'ReasonDue'
  // campaign and directory
  | 'AlreadyExists'
  | 'UnknownWindow'
  | 'ChainInvalid'
  | 'WindowsInvalid'
  | 'DeadlineNotLater'
  | 'UnknownUnit'
  | 'UnknownSection'
  | 'NameTaken'
  | 'OfficesApart'
  | 'RoleNeedsPlace'
  | 'LastAdministrator';

/** What a refusal points at: a JSON Pointer into the command or the form, and a word of its own where it has one. */
export interface RefusedField {
  path: string;
  code?: string;
  message?: string;
  /** Facts of this field, beside the refusal's own. */
  facts?: Readonly<Record<string, string>>;
}

/** A command that the rules do not allow. Carries facts only; the Chinese sentence is written in contracts. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  constructor(
    readonly code: RefusalCode,
    readonly facts: Readonly<Record<string, string>> = {},
    readonly fields: readonly RefusedField[] = [],
  ) {
    super(code);
  }
}

/** @throws Refusal when the rule is broken */
export function refuseIf(
  broken: boolean,
  code: RefusalCode,
  facts: Readonly<Record<string, string>> = {},
  fields: readonly RefusedField[] = [],
): void {
  if (broken) throw new Refusal(code, facts, fields);
}
