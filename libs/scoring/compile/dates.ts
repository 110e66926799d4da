import type { Dated, Occurrence, Proportional, Threshold } from '../rule.ts';
import type { Deadline } from '../text/conditions.ts';
import type { Outcome } from '../text/outcome.ts';
import type { Draft, Shaped, Statement } from './draft.ts';
import { awards, does, marksOf, needsPerson, offTopic, otherSide, thresholdsOf } from './draft.ts';

/** 12月31日前完成得满分，逾期不得分; with 每延期一天扣1分 the days are counted (C12). */
export function datedShape(draft: Draft): Shaped {
  const [top, second] = awards(draft);
  const deadline = deadlineOf(draft, top);
  const [other, third] = draft.statements.filter((statement) => statement !== top);
  if (deadline === null || second !== undefined || third !== undefined) return null;
  const otherwise = otherSide(other);
  if (otherwise === null || hasFigures(top ?? other) || hasRate(other)) return null;
  const marks = marksOf(draft, top);
  if ('kind' in marks) return marks;
  const { measure, statements } = draft;
  const off = offTopic(
    draft,
    statements.flatMap((statement) => statement.clause.parts),
  );
  return (
    off ?? { kind: 'dated', deadline, perDay: null, cutoff: null, penalty: null, otherwise, marks, measure }
  );
}

function hasRate(statement: Statement | undefined): boolean {
  return statement?.condition.bounds.some((bound) => bound.quantity.unit?.group === 'ratio') === true;
}

function hasFigures(statement: Statement | undefined): boolean {
  return statement?.condition.bounds.some((bound) => bound.quantity.unit?.group !== 'month') === true;
}

/** The day in the rule; without one, 按时完成 and 逾期 mean the row's own day. */
function deadlineOf(draft: Draft, top: Statement | undefined): Deadline | null {
  const stated = (top ?? draft.statements[0])?.condition.deadline ?? null;
  const { target } = draft.measure;
  const own = target.is === 'day' ? target.day : null;
  if (stated === null) return own;
  return { ...stated, year: stated.year ?? own?.year ?? yearOf(draft) };
}

/** 2024年度 as 指标值 names the year of 年底前. */
function yearOf(draft: Draft): number | null {
  const found = /(?:19|20|21)\d{2}/u.exec(draft.indicator.value ?? '');
  return found === null ? null : Number(found[0]);
}

/** A day-by-day deduction on a row with a deadline is a dated rule. */
export function withDays(rule: Occurrence, draft: Draft): Dated | Occurrence {
  if (rule.counts !== 'late' || rule.unitText !== '天') return rule;
  const deadline = deadlineOf(draft, awards(draft)[0]);
  const { measure, marks, amount, penalty, cutoff } = rule;
  if (deadline === null) return rule;
  const otherwise = { is: 'nothing' } as const;
  return { kind: 'dated', deadline, perDay: amount, cutoff, penalty, otherwise, measure, marks };
}

const USAGE = /使用率|支付率|支出率|执行率|完成率|完成比例|支付进度/u;
const EXCESS = /超|大于|高于/u;

/** 按资金使用率等比计分, 超出按比例扣减 (C14). */
export function proportionalShape(draft: Draft): Shaped {
  const clause = draft.statements.find((statement) => does(statement, 'proportion'));
  if (clause === undefined) return null;
  const [top, second] = awards(draft);
  const others = draft.statements.filter((statement) => statement !== clause && statement !== top);
  const cutoff = proportionCutoff(draft, others);
  if (second !== undefined || cutoff === 'foreign') {
    return needsPerson(draft.measure, 'several-conditions', '评分标准有几个各自计分的条件，请人工评分。');
  }
  const marks = marksOf(draft, top);
  if ('kind' in marks) return marks;
  const off = offTopic(draft, top?.clause.parts ?? []);
  if (off !== null) return off;
  const deadline = top === undefined ? null : deadlineOf(draft, top);
  return {
    kind: 'proportional',
    of: proportionOf(clause),
    deadline,
    cutoff,
    marks,
    measure: draft.measure,
  } satisfies Proportional;
}

/** 低于60%不得分. */
function proportionCutoff(draft: Draft, [only, second]: readonly Statement[]): Threshold | null | 'foreign' {
  if (only === undefined) return null;
  if (second !== undefined || !does(only, 'nothing') || only.condition.bounds.length !== 1) return 'foreign';
  const [limit] = thresholdsOf(draft, only.condition.bounds, '<') ?? [];
  return limit?.sign === '<' || limit?.sign === '≤' ? limit : 'foreign';
}

function proportionOf(statement: Statement): Proportional['of'] {
  const { outcome } = statement;
  if (outcome.does !== 'proportion') return 'unclear';
  return outcome.of === 'done' ? 'shortfall' : spokenOf(statement, outcome);
}

function spokenOf(
  { condition }: Statement,
  { deducts, of }: Extract<Outcome, { does: 'proportion' }>,
): Proportional['of'] {
  if (of === null && USAGE.test(condition.text)) return deducts ? 'unclear' : 'usage';
  if (of === 'over' || EXCESS.test(condition.text)) return deducts ? 'excess' : 'unclear';
  return condition.isNegated || condition.isOtherwise ? 'shortfall' : 'unclear';
}
