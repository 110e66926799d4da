import { NO_EFFECT } from '../actual/words.ts';
import { ZERO as NONE } from '../decimal.ts';
import type { Grade, Grades } from '../rule.ts';
import { has, textOf } from '../text/tokens.ts';
import type { Draft, Shaped, Statement } from './draft.ts';
import { awards, does, marksOf, needsPerson, offTopic } from './draft.ts';

/** 效果良好得5分，效果一般得3分，无效果不得分: two or more clauses told apart by words alone. */
export function gradesShape(draft: Draft): Shaped {
  const giving = awards(draft);
  const [top, ...lower] = giving;
  if (top === undefined || lower.length === 0 || draft.numbered) return null;
  if (draft.statements.some((statement) => statement.condition.bounds.length > 0)) return null;
  if (!lower.every((statement) => isGraded(draft, statement))) return null;
  if (draft.statements.some((statement) => !does(statement, 'award', 'full', 'share', 'unknown', 'nothing')))
    return null;
  return gradesOf(draft, top);
}

function isGraded(draft: Draft, statement: Statement): boolean {
  const { grade, isNegated, move } = statement.condition;
  return (
    grade !== null ||
    ownGrade(draft, statement) !== null ||
    (move !== null && (isNegated || isWithoutBase(draft)))
  );
}

/** 明显提升得满分，有所提升得3分 are degrees; 较上年提升得满分，持平得3分 compares years. */
function isWithoutBase({ statements }: Draft): boolean {
  return statements.every(({ condition }) => condition.trend === null && condition.move !== 'same');
}

const DEGREE = /(?:基本|比较|较为|较|部分|有所|不够|不|未|没有)?$/u;

/** 基本健全, 不健全 of a row whose 指标值 is 健全: its word with a degree. */
function ownGrade({ measure: { target } }: Draft, { condition }: Statement): string | null {
  const last = condition.parts.at(-1);
  if (target.is !== 'word' || last === undefined) return null;
  const text = textOf(last).replace(/的$/u, '');
  if (!text.endsWith(target.word)) return null;
  const before = text.slice(0, -target.word.length);
  return `${DEGREE.exec(before)?.[0] ?? ''}${target.word}`;
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
    words: wordsOf(draft, statement),
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
    case 'partOfStep':
      return { percent: NONE };
  }
}

/** The words of a grade: its own word, or for a bottom without one that nothing was achieved. */
function wordsOf(draft: Draft, statement: Statement): string[] {
  const { condition } = statement;
  if (condition.grade !== null) return [condition.grade];
  const own = ownGrade(draft, statement);
  if (own !== null) return [own];
  if (condition.isNegated)
    return /作用|效果|成效|改善|影响|提升|提高|增强|优化/u.test(condition.text) ? [NO_EFFECT] : [];
  const moved = condition.parts
    .flat()
    .findLast((token) => has(token, 'up') || has(token, 'down') || has(token, 'better'));
  return moved === undefined ? [] : [moved.text];
}
