import { DEFAULT_RULE_SET } from '#domain';
import { type Assessment, type Context, type NamedPerson, type Stage } from '#domain/target';

/** A seeded source of whole numbers below n (mulberry32), so that a difference can be replayed. */
export function dice(seed: number): (n: number) => number {
  let state = seed >>> 0;
  return (n) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % n;
  };
}
export type Dice = ReturnType<typeof dice>;
export const one = <T>(roll: Dice, from: readonly T[]): T => from[roll(from.length)]!;
export const chance = (roll: Dice, percent: number): boolean => roll(100) < percent;

export const UNIT_PEOPLE = ['clerk', 'head'];
export const REVIEWERS = Array.from({ length: 9 }, (_, index) => `r${String(index + 1)}`);
export const EVERYBODY = [...UNIT_PEOPLE, ...REVIEWERS, 'stranger'];
export const person = (user: string): NamedPerson => ({ user, name: `姓名${user}` });

/** What stays and what slowly changes around one target: its chain, the offices, the calendar. */
export interface World {
  chain: Stage[];
  reviewers: Record<string, NamedPerson[]>;
  stageHeads: Record<string, string[]>;
  canReview: string[];
  resumeAt: 'first' | 'returning';
  date: number;
}

export function randomWorld(roll: Dice): World {
  const chain = Array.from({ length: 1 + roll(5) }, (_, index): Stage => ({
    id: `s${String(index)}`,
    name: `第${String(index)}级`,
    reviewers: 'section',
    rule: chance(roll, 50) ? 'all' : 'any',
  }));
  const world: World = {
    chain,
    reviewers: {},
    stageHeads: {},
    canReview: [...REVIEWERS, 'clerk'],
    resumeAt: one(roll, ['first', 'returning']),
    date: 0,
  };
  for (const stage of chain) reoffice(world, stage.id, roll);
  return world;
}

/** Somebody else holds the office of a stage; now and then nobody, or somebody of the unit (部门本级). */
export function reoffice(world: World, stage: string, roll: Dice): void {
  const people = chance(roll, 90) ? REVIEWERS : [...REVIEWERS, ...UNIT_PEOPLE];
  const count = chance(roll, 5) ? 0 : 1 + roll(3);
  const holders = new Set(Array.from({ length: count }, () => one(roll, people)));
  world.reviewers[stage] = [...holders].map(person);
  world.stageHeads[stage] = [one(roll, [...holders, ...people])];
}

const day = (date: number): string => new Date(Date.UTC(2026, 0, 1 + date)).toISOString().slice(0, 10);
export const dayOf = (world: World, later = 0): string => day(world.date + later);

const ASSESSMENTS: readonly Assessment[] = [
  {
    indicatorId: 'i1',
    name: '甲',
    weight: '50',
    outcome: { kind: 'score', points: '50' },
    steps: [],
    farOver: false,
  },
  {
    indicatorId: 'i2',
    name: '乙',
    weight: '40',
    outcome: { kind: 'manual', why: '须由人判断' },
    steps: [],
    farOver: false,
  },
];
const RULE_SET = {
  ...DEFAULT_RULE_SET,
  sheet: [{ criterion: '总评', questions: [{ question: '总体', points: 100 }] }],
};

/** The circumstances of one command: mostly quiet, now and then closed, late or with findings. */
export function circumstances(world: World, user: string, roll: Dice): Context {
  const shut = chance(roll, 4);
  return {
    day: dayOf(world),
    actor: { ...person(user), post: '科员', organisation: '某单位' },
    campaignOpen: !chance(roll, 2),
    filedOffline: chance(roll, 1),
    resumeAt: world.resumeAt,
    chain: chance(roll, 2) ? [] : world.chain,
    reviewers: structuredClone(world.reviewers),
    stageHeads: world.stageHeads,
    canReview: world.canReview,
    windows: {
      submission: { opens: dayOf(world, shut ? 1 : -3), closes: dayOf(world, 5) },
      revision: { opens: dayOf(world, -9), closes: dayOf(world, shut ? -1 : 0) },
    },
    ruleSet: RULE_SET,
    findings: chance(roll, 3)
      ? [{ code: 'sum', severity: one(roll, ['error', 'warning']), path: '/funding', message: '合计不符' }]
      : [],
    assessments: ASSESSMENTS,
    execution: { points: '10', steps: [] },
  };
}
