import { gradeName, isSenseless } from '../actual/words.ts';
import { Decimal, HUNDRED, pointsText } from '../decimal.ts';
import type { Grade, Grades } from '../rule.ts';
import { normalise } from '../text/normalise.ts';
import type { PointsReading, Scoring } from './outcome.ts';
import { decide, fulls, invalid, manual } from './outcome.ts';

/** C10: the grade that a person entered, in the rule's own words or their accepted synonyms. */
export function scoreGrades(rule: Grades, actual: string): Scoring {
  const word = normalise(actual);
  if (isSenseless(word))
    return invalid(
      word === '' ? '实际值为空，请填写等次。' : `实际值“${actual.trim()}”没有意义，请重新填写。`,
    );
  const name = gradeName(word);
  const found = rule.grades.filter((grade) => grade.words.some((one) => gradeName(one) === name));
  const [grade, second] = found;
  if (grade === undefined || second !== undefined) {
    const known = rule.grades.flatMap((one) => one.words).join('、');
    return manual(`“${word}”不是评分标准中的等次（${known}），请人工选定等次。`);
  }
  return decide(readingsOf(rule, grade), rule.marks, (points) => [
    `评为“${word}”，得 ${pointsText(points)} 分。`,
  ]);
}

function readingsOf(rule: Grades, grade: Grade): PointsReading[] {
  return fulls(rule.marks).map(({ full, label }) => ({ points: pointsIn(rule, grade, full), label }));
}

function pointsIn(rule: Grades, grade: Grade, full: Decimal): Decimal | null {
  const points = gradePoints(grade, full);
  const at = rule.grades.indexOf(grade);
  if (points === null || points.isZero()) return points;
  if (at === 0) return full;
  const above = [rule.grades[at - 1], rule.grades[0]].map((one) =>
    one === undefined ? null : gradePoints(one, full),
  );
  if (above.some((one) => one !== null && !one.isZero() && !points.lt(one))) return null;
  const isOfOtherTable = rule.marks.full !== null && grade.points instanceof Decimal;
  return isOfOtherTable ? null : points;
}

function gradePoints({ points }: Grade, full: Decimal): Decimal | null {
  if (points === 'full') return full;
  if (points === 'unknown') return null;
  return 'percent' in points ? full.mul(points.percent).div(HUNDRED) : points;
}
