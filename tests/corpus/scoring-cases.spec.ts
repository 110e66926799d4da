import type { PartStep } from '#scoring';
import { compile, indicatorOf, readBack, scoreRow } from '#scoring';
import { hasCorpus } from './corpus.ts';
import { measureCases, measureRules } from './measure-scoring.ts';
import { cases, rows } from './scoring-records.ts';

const describeCorpus = hasCorpus ? describe : describe.skip;
const title = hasCorpus ? '真实的评分标准' : '真实的评分标准（skipped: no corpus）';

const POLICIES: readonly (readonly [PartStep, 'wholeSteps' | 'proportional' | 'partAsWhole'])[] = [
  ['whole', 'wholeSteps'],
  ['proportional', 'proportional'],
  ['up', 'partAsWhole'],
];

describeCorpus(title, () => {
  it('150 个标注的算例没有一个分是错的，该人工、该拒绝的也都如此', () => {
    const { wrong, missed } = measureCases();
    expect({ wrong, missed }).toEqual({ wrong: [], missed: [] });
  });

  it('有分的算例，得出分的不低于 99%', () => {
    const { scored, withPoints } = measureCases();
    expect(withPoints).toBeGreaterThan(90);
    expect(scored / withPoints).toBeGreaterThanOrEqual(0.99);
  });

  it.each(POLICIES)('不足一档按 %s 计，各算例都得相应的分', (partStep, reading) => {
    const partial = cases().filter(({ readings }) => readings !== undefined);
    const got = partial.map(({ id, row, actual }) => {
      const scoring = scoreRow({ row, actual, partStep });
      return [id, scoring.kind === 'score' ? scoring.score : scoring.why];
    });
    expect(got).toEqual(partial.map(({ id, readings }) => [id, readings?.[reading].toFixed(2)]));
  });

  it('95% 以上的行读得懂', () => {
    const { rows: all, compiled } = measureRules();
    const understood = [...compiled.values()].reduce((sum, one) => sum + one, 0);
    expect(understood / all).toBeGreaterThanOrEqual(0.95);
  });

  it('读懂的每一行，读作的那句话再读一遍还是同一规则', () => {
    for (const row of rows()) {
      const indicator = indicatorOf(row);
      const rule = compile(row.rule ?? '', indicator);
      if (rule.kind !== 'needs-person') expect(compile(readBack(rule), indicator)).toEqual(rule);
    }
  });
});
