import fc from 'fast-check';

import { compile, indicatorOf, score } from './index.ts';
import type { PartStep } from './index.ts';
import { row } from './given.ts';

const WEIGHT = 10;

interface Case {
  readonly text: string;
  readonly target: number;
  readonly isHigherBetter: boolean;
}

const shortfall = fc.record({
  target: fc.integer({ min: 5, max: 400 }),
  step: fc.integer({ min: 1, max: 20 }),
  cost: fc.integer({ min: 1, max: 5 }),
});

/** Rules of each numeric kind over a count, with their targets. */
const cases: fc.Arbitrary<Case> = fc.oneof(
  shortfall.map(({ target, step, cost }) => ({
    text: `达到${target}次得满分，每少${step}次扣${cost}分`,
    target,
    isHigherBetter: true,
  })),
  shortfall.map(({ target, step, cost }) => ({
    text: `每少${step}%扣0.${cost}分，扣完为止`,
    target,
    isHigherBetter: true,
  })),
  shortfall.map(({ target, step, cost }) => ({
    text: `每超${step}次扣${cost}分`,
    target,
    isHigherBetter: false,
  })),
  shortfall.map(({ target }) => ({ text: '完成得满分，否则不得分', target, isHigherBetter: true })),
  shortfall.map(({ target, cost }) => ({
    text: `≥${target}次得10分；≥${target - cost}次得${cost}分`,
    target,
    isHigherBetter: true,
  })),
  shortfall.map(({ target }) => ({ text: '完成得满分，未完成按比例扣分', target, isHigherBetter: true })),
);

const policies: readonly PartStep[] = ['whole', 'proportional', 'up'];

function scored({ text, target, isHigherBetter }: Case, actual: number, partStep: PartStep): number {
  const given = row(text, {
    name: '宣传次数',
    type: isHigherBetter ? '≥' : '≤',
    value: String(target),
    unit: '次',
  });
  const scoring = score(compile(text, indicatorOf(given)), `${actual}次`, { partStep });
  if (scoring.kind !== 'score') throw new Error(`${text}, ${actual}: ${scoring.why}`);
  return Number(scoring.score);
}

describe('points of any rule', () => {
  const actuals = fc.integer({ min: 0, max: 900 });

  it('never lie below 0 or above the weight', () => {
    fc.assert(
      fc.property(cases, actuals, fc.constantFrom(...policies), (one, actual, policy) => {
        const points = scored(one, actual, policy);
        return points >= 0 && points <= WEIGHT;
      }),
    );
  });

  it('never fall when the actual value gets better', () => {
    fc.assert(
      fc.property(cases, actuals, actuals, fc.constantFrom(...policies), (one, some, other, policy) => {
        const [worse, better] = some < other === one.isHigherBetter ? [some, other] : [other, some];
        return scored(one, worse, policy) <= scored(one, better, policy);
      }),
    );
  });

  it('are full when the target is met', () => {
    fc.assert(
      fc.property(cases, fc.nat(200), fc.constantFrom(...policies), (one, more, policy) => {
        const actual = one.isHigherBetter ? one.target + more : Math.max(0, one.target - more);
        return scored(one, actual, policy) === WEIGHT;
      }),
    );
  });

  it('are whole readings in order: up ≤ proportional ≤ whole', () => {
    fc.assert(
      fc.property(cases, actuals, (one, actual) => {
        const [whole, proportional, up] = policies.map((policy) => scored(one, actual, policy));
        return up! <= proportional! && proportional! <= whole!;
      }),
    );
  });
});

describe('any text', () => {
  const pieces = fc.constantFrom(
    '每少',
    '1%',
    '扣',
    '2分',
    '得',
    '10分',
    '，',
    '。',
    '达到',
    '95%',
    '否则',
    '不得分',
    '未',
    '（',
    '）',
    '≥',
    '按比例',
    '酌情',
    '以上',
    '效果一般',
    '较上年',
    '下降',
    '一次',
    '12月31日前',
    '群众',
  );

  it('is read without an exception, and never scores outside the weight', () => {
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 12 }),
        fc.constantFrom('95%', '90%', '是', '一般', '2次', '2024-12-31', ''),
        (parts, actual) => {
          const given = row(parts.join(''));
          const scoring = score(compile(parts.join(''), indicatorOf(given)), actual);
          return scoring.kind !== 'score' || (Number(scoring.score) >= 0 && Number(scoring.score) <= WEIGHT);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
