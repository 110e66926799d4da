import { knowsPath } from '#form';
import { Refusal, refuseIf, type RefusedField } from '../refusal.ts';
import { gradeOf, type Grade, type RuleSet } from '../rule-set.ts';
import { UNIT, type Stage } from './chain.ts';
import { type Decision, type ReviewCommand, type SheetAnswer } from './commands.ts';
import { type Context } from './context.ts';
import { type ReviewEvent } from './events.ts';
import { pointsOf } from './points.ts';
import { completes, signersOf, standingOf } from './standing.ts';
import { stageOf, type Target } from './target.ts';

type GiveOpinion = Extract<ReviewCommand, { type: 'GiveOpinion' }>;

/** The way each grade has to go: 优 and 良 on, 中 back to the unit, 差 not into the budget (财预〔2015〕88号). */
const WAY_OF: Readonly<Record<Grade, Decision>> = {
  优: 'approve',
  良: 'approve',
  中: 'return',
  差: 'reject',
};

/** 中 comes back by the full procedure, so an earlier stage is not far enough. */
const goesItsWay = (grade: Grade, { decision, returnTo = UNIT }: GiveOpinion): boolean =>
  WAY_OF[grade] === decision && (decision !== 'return' || returnTo === UNIT);

/** One signed opinion and what follows from it. */
export function giveOpinion(command: GiveOpinion, target: Target, context: Context): ReviewEvent[] {
  const stage = stageOf(target);
  if (!stage) throw new Refusal('NotAllowedNow');
  const standing = standingOf(context.actor, stage, target, context);
  if ('refused' in standing) throw new Refusal(standing.refused, { stage: stage.name });
  refuseUnread(command, context);
  const grade = gradeGiven(command, context.ruleSet);
  refuseIf(grade !== undefined && !goesItsWay(grade, command), 'GradeContradictsDecision', {
    grade: grade ?? '',
  });
  refuseUnknownPaths(command, target);
  const { decision, comment, sheet, annotations } = command;
  const opinion: ReviewEvent = {
    type: 'OpinionGiven',
    stage: stage.id,
    decision,
    comment,
    ...(grade && { grade }),
    ...(sheet && { sheet }),
    annotations,
  };
  const acted = { ...target.acted, [context.actor.user]: stage.id, [standing.account.user]: stage.id };
  return [
    opinion,
    ...outcomeOf(command, { target: { ...target, acted }, stage, account: standing.account.user }, context),
  ];
}

function refuseUnread({ inBatch, decision }: GiveOpinion, { findings }: Context): void {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const isUnread = inBatch === true && decision === 'approve' && errors.length > 0;
  refuseIf(isUnread, 'ToBeReadAlone', { count: String(errors.length) }, errors);
}

interface Signed {
  target: Target;
  stage: Stage;
  account: string;
}

function outcomeOf(command: GiveOpinion, signed: Signed, context: Context): ReviewEvent[] {
  const { stage } = signed;
  refuseIf(command.returnTo !== undefined && command.decision !== 'return', 'ReturnToWithoutReturn');
  switch (command.decision) {
    case 'reject':
      return [{ type: 'TargetRejected', stage: stage.id }];
    case 'return':
      return [returned(command.returnTo ?? UNIT, signed, context)];
    case 'approve':
      return agreed(signed, context);
  }
}

function returned(to: string, { target, stage }: Signed, context: Context): ReviewEvent {
  if (to === UNIT) return { type: 'TargetReturned', stage: stage.id, to, signers: [] };
  const earlier = target.chain.find(({ id }) => id === to);
  if (!earlier) throw new Refusal('UnknownStage', { stage: to }, [{ path: '/returnTo' }]);
  refuseIf(
    target.chain.indexOf(earlier) >= target.chain.indexOf(stage),
    'NotAnEarlierStage',
    { stage: earlier.name },
    [{ path: '/returnTo' }],
  );
  return { type: 'TargetReturned', stage: stage.id, to, signers: signersOf(earlier, target, context) };
}

function agreed({ target, stage, account }: Signed, context: Context): ReviewEvent[] {
  refuseIf(
    target.wordings.some(({ answer }) => answer === 'open'),
    'WordingOpen',
  );
  if (!completes(account, stage, target)) return [];
  const next = target.chain[target.chain.indexOf(stage) + 1];
  if (!next) return [{ type: 'TargetApproved', stage: stage.id }];
  return [{ type: 'StagePassed', stage: stage.id, next: next.id, signers: signersOf(next, target, context) }];
}

/** A sheet gives the grade by its points; a grade may stand without points, never against them. */
function gradeGiven(command: GiveOpinion, ruleSet: RuleSet): Grade | undefined {
  if (!command.sheet) return command.grade;
  const grade = gradeOf(totalOf(command.sheet, ruleSet), ruleSet.gradeBounds);
  refuseIf(command.grade !== undefined && command.grade !== grade, 'GradeNotOfPoints', { grade }, [
    { path: '/grade' },
  ]);
  return grade;
}

function totalOf(sheet: readonly SheetAnswer[], ruleSet: RuleSet): number {
  const fields: RefusedField[] = [];
  let hundredths = 0;
  for (const { criterion, questions } of ruleSet.sheet)
    for (const { question, points: most } of questions) {
      const answers = sheet.filter((one) => one.criterion === criterion && one.question === question);
      const points = answers.length === 1 ? pointsOf(answers[0]?.points ?? '') : null;
      if (points === null || points > most * 100) fields.push({ path: `/sheet/${criterion}/${question}` });
      else hundredths += points;
    }
  const asked = ruleSet.sheet.reduce((sum, { questions }) => sum + questions.length, 0);
  refuseIf(fields.length > 0 || sheet.length !== asked, 'SheetIncomplete', {}, fields);
  return hundredths / 100;
}

function refuseUnknownPaths(command: GiveOpinion, target: Target): void {
  const fields = command.annotations.flatMap(({ path }, index) =>
    knowsPath(target.form, path) ? [] : [{ path: `/annotations/${String(index)}/path`, message: path }],
  );
  refuseIf(fields.length > 0, 'UnknownPath', { path: fields[0]?.message ?? '' }, fields);
}
