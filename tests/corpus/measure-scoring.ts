import { compile, indicatorOf, score, scoreRow } from '#scoring';
import type { Scoring } from '#scoring';

import type { LabelledCase } from './scoring-records.ts';
import { cases, rows } from './scoring-records.ts';

/** How far the rules of the real rows are understood. */
export interface RuleCounts {
  readonly rows: number;
  readonly compiled: ReadonlyMap<string, number>;
  readonly refused: ReadonlyMap<string, number>;
  /** Each distinct text that only a person can apply, with its reason and how many rows have it. */
  readonly texts: readonly { readonly text: string; readonly why: string; readonly rows: number }[];
}

export function measureRules(): RuleCounts {
  const compiled = new Map<string, number>();
  const refused = new Map<string, number>();
  const texts = new Map<string, { text: string; why: string; rows: number }>();
  const all = rows();
  for (const row of all) {
    const rule = compile(row.rule ?? '', indicatorOf(row));
    if (rule.kind !== 'needs-person') {
      count(compiled, rule.kind);
      continue;
    }
    count(refused, rule.code);
    const key = `${rule.code} ${row.rule ?? ''}`;
    const seen = texts.get(key)?.rows ?? 0;
    texts.set(key, { text: row.rule ?? '', why: rule.why, rows: seen + 1 });
  }
  return { rows: all.length, compiled, refused, texts: [...texts.values()] };
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** What came out of the labelled cases; `wrong` and `missed` name the cases. */
export interface CaseCounts {
  readonly withPoints: number;
  readonly scored: number;
  readonly wrong: readonly string[];
  readonly missed: readonly string[];
}

export function measureCases(): CaseCounts {
  const wrong: string[] = [];
  const missed: string[] = [];
  const all = cases();
  for (const one of all) {
    const scoring = scoreRow({ row: one.row, actual: one.actual });
    if (isRight(one, scoring)) continue;
    (scoring.kind === 'score' ? wrong : missed).push(`${one.id} ${scoring.kind}`);
  }
  const pointed = all.filter(({ expected }) => expected.kind === 'score');
  const scored = pointed.filter((one) => scoreRow({ row: one.row, actual: one.actual }).kind === 'score');
  return { withPoints: pointed.length, scored: scored.length, wrong, missed };
}

function isRight({ expected, manualAcceptable }: LabelledCase, scoring: Scoring): boolean {
  if (expected.kind === 'score' && scoring.kind === 'score')
    return scoring.score === expected.score?.toFixed(2);
  return scoring.kind === expected.kind || (manualAcceptable === true && scoring.kind === 'manual');
}

/** Compilations and scorings a second on this machine, over the real rows and cases. */
export function measureSpeed(): { readonly compilations: number; readonly scorings: number } {
  const given = rows().map((row) => ({ text: row.rule ?? '', indicator: indicatorOf(row) }));
  const compilations = perSecond(given.length, () => {
    for (const { text, indicator } of given) compile(text, indicator);
  });
  const ready = cases().map(({ row, actual }) => ({
    rule: compile(row.rule ?? '', indicatorOf(row)),
    actual,
  }));
  const scorings = perSecond(ready.length, () => {
    for (const { rule, actual } of ready) score(rule, actual);
  });
  return { compilations, scorings };
}

/** The best of some passes after a warm-up: what one core can do when nobody else has it. */
function perSecond(items: number, pass: () => void): number {
  for (let warm = 0; warm < 20; warm += 1) pass();
  const times = Array.from({ length: 20 }, () => {
    const start = performance.now();
    pass();
    return performance.now() - start;
  });
  return Math.round((items * 1000) / Math.min(...times));
}
