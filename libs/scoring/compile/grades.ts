import { NO_EFFECT } from '../actual/words.ts';
import { ZERO as NONE } from '../decimal.ts';
import type { Grade, Grades } from '../rule.ts';
import type { Draft, Shaped, Statement } from './draft.ts';
import { awards, does, marksOf, needsPerson, offTopic } from './draft.ts';

/** 效果良好得5分，效果一般得3分，无效果不得分: two or more clauses told apart by words alone. */
export function gradesShape(draft: Draft): Shaped {
  const giving = awards(draft);
  const [top, ...lower] = giving;
  if (top === undefined || lower.length === 0 || draft.numbered) return null;
  if (draft.statements.some((statement) => statement.condition.bounds.length > 0)) return null;
  if (!lower.every((statement) => isGraded(statement))) return null;
  if (draft.statements.some((statement) => !does(statement, 'award', 'full', 'share', 'unknown', 'nothing')))
    return null;
  return gradesOf(draft, top);
}

function isGraded({ condition }: Statement): boolean {
  return condition.grade !== null || (condition.isNegated && condition.move !== null);
}

function gradesOf(draft: Draft, top: Statement): Shaped {
  const { measure } = draft;
  if (measure.target.is === 'figure') {
    return needsPerson(measure, 'kind-conflict', '指标值是数，评分标准却按等次给分，请核对。');
  }
  const marks = marksOf(draft, top);
  if ('kind' in marks) return marks;
  const off = offTopic(
    draft,
    draft.statements.flatMap((statement) => statement.clause.parts),
  );
  if (off !== null) return off;
  const grades = draft.statements.map((statement): Grade => ({
    words: wordsOf(statement),
    points: pointsOf(statement),
  }));
  return { kind: 'grades', grades, marks, measure } satisfies Grades;
}

function pointsOf({ outcome }: Statement): Grade['points'] {
  switch (outcome.does) {
    case 'award':
      return outcome.points;
    case 'share':
      return { percent: outcome.percent };
    case 'full':
    case 'unknown':
      return outcome.does;
    case 'nothing':
    case 'deduct':
    case 'state':
    case 'bonus':
    case 'cap':
    case 'deductShare':
    case 'keep':
    case 'discretion':
    case 'floor':
    case 'goOn':
    case 'proportion':
      return { percent: NONE };
  }
}

/** The words of a grade: its own word, or for a bottom without one that nothing was achieved. */
function wordsOf({ condition }: Statement): string[] {
  if (condition.grade !== null) return [condition.grade];
  if (condition.isNegated && /作用|效果|成效|改善/u.test(condition.text)) return [NO_EFFECT];
  return [];
}
