import { readFileSync } from 'node:fs';
import { compile, indicatorOf, readBack, scoreRow } from '../index.ts';
import type { ScoringRow } from '../index.ts';

/** A rule as departments that nobody has seen might write it, with what an examiner gives for some actual values. */
interface Invented {
  readonly row: ScoringRow;
  /** Actual value → points with two places, `manual` or `invalid`; labelled before the rule was first compiled. */
  readonly cases: Readonly<Record<string, string>>;
}

const rules = readFileSync(new URL('./rules.jsonl', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Invented);

const cases = rules.flatMap(({ row, cases: labels }) =>
  Object.entries(labels).map(([actual, label]) => ({ row, actual, label })),
);

const outcomeOf = (row: ScoringRow, actual: string): string => {
  const scoring = scoreRow({ row, actual });
  return scoring.kind === 'score' ? scoring.score : scoring.kind;
};

describe('虚构的评分标准', () => {
  it('没有一个分是错的', () => {
    const wrong = cases.flatMap(({ row, actual, label }) => {
      const got = outcomeOf(row, actual);
      const isScore = got !== 'manual' && got !== 'invalid';
      return isScore && got !== label ? [`${row.rule ?? ''}：${actual} 得 ${got}，应为 ${label}`] : [];
    });
    expect(wrong).toEqual([]);
  });

  it('有分的，得出分的不低于 97%', () => {
    const pointed = cases.filter(({ label }) => label !== 'manual' && label !== 'invalid');
    const scored = pointed.filter(({ row, actual, label }) => outcomeOf(row, actual) === label);
    expect(pointed.length).toBeGreaterThan(450);
    expect(scored.length / pointed.length).toBeGreaterThanOrEqual(0.97);
  });

  it('读懂的每一条，读作的那句话再读一遍还是同一规则', () => {
    for (const { row } of rules) {
      const indicator = indicatorOf(row);
      const rule = compile(row.rule ?? '', indicator);
      if (rule.kind === 'needs-person') continue;
      const said = readBack(rule);
      expect([said, compile(said, indicator)]).toEqual([said, rule]);
    }
  });
});
