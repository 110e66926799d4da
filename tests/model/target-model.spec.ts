import { Refusal, type RefusalCode } from '#domain';
import {
  actorOf,
  awaited,
  decide,
  evolve,
  LIFECYCLE,
  NONE,
  stageOf,
  TARGET_STATES,
  type Context,
  type Target,
  type TargetCommand,
  type TargetCommandType,
  type TargetEvent,
} from '#domain/target';
import { COMMAND_TYPES, commandOf } from './random-command.ts';
import {
  chance,
  circumstances,
  dice,
  EVERYBODY,
  one,
  randomWorld,
  reoffice,
  UNIT_PEOPLE,
  type Dice,
  type World,
} from './random-world.ts';
import { move } from './reference-moves.ts';
import { objections } from './reference-objections.ts';
import { permission, stageAt, unborn, waitedFor, type Reference } from './reference.ts';

const COMMANDS = 100_000;
const SEED = 20_261_121;
/** The refusals that the reference knows. */
const REFUSALS: readonly RefusalCode[] = [
  'NotAllowedNow',
  'NotYours',
  'KindNotInCampaign',
  'KindChanged',
  'FiledOffline',
  'CampaignNotOpen',
  'WithTheHead',
  'NotPresented',
  'NothingChanged',
  'RevisionMissing',
  'ErrorsLeft',
  'AnswerToNoFinding',
  'WindowNotOpen',
  'WindowClosed',
  'OverCeiling',
  'ReviewHasBegun',
  'OwnWork',
  'OneStageARound',
  'NotThisStagesTurn',
  'AlreadySigned',
  'UnknownPath',
  'UnknownStage',
  'NotAnEarlierStage',
  'ReturnToWithoutReturn',
  'GradeContradictsDecision',
  'GradeNotOfPoints',
  'SheetIncomplete',
  'WordingOpen',
  'UnknownWording',
  'WordingOutdated',
  'NotEligible',
  'AlreadySigner',
  'PeriodInvalid',
  'UrgedToday',
  'NobodyToUrge',
  'DateInvalid',
  'GrantedBeforeOpening',
  'AlreadyDisclosed',
  'ActualMissing',
  'UnknownIndicator',
  'IndicatorTwice',
  'PointsMissing',
  'PointsOutOfRange',
  'ReasonDue',
];
type Stored = Parameters<typeof evolve>[1];

const outcome = (command: TargetCommand, target: Target, context: Context): TargetEvent[] | RefusalCode => {
  try {
    return decide(command, target, context);
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
};

/** What both sides can be asked after every command. */
const seen = (target: Target, context: Context) => {
  const stage = target.state === 'in-review' ? stageOf(target) : null;
  return {
    state: target.state,
    stage: stage?.id ?? null,
    round: target.round,
    authors: [...target.authors].sort(),
    spoke: Object.entries(target.acted).sort(),
    waited: stage
      ? awaited(stage, target, context)
          .map(({ user }) => user)
          .sort()
      : [],
    total: target.state === 'evaluated' ? Number(target.evaluation?.total) : 0,
  };
};
const expected = (ref: Reference, context: Context): ReturnType<typeof seen> => {
  const inReview = ref.state === 'in-review';
  return {
    state: ref.state as Target['state'],
    stage: inReview ? stageAt(ref).id : null,
    round: ref.submissions,
    authors: [...ref.authors].sort(),
    spoke: [...ref.spoke].sort(),
    waited: inReview ? [...waitedFor(ref, context)].sort() : [],
    total: ref.state === 'evaluated' ? 10 + ref.points[0]! + ref.points[1]! : 0,
  };
};

/** Mostly something that the state knows and that leads on; rarely something that ends the case. */
function nextType(ref: Reference, state: Target['state'], roll: Dice): TargetCommandType {
  const known = LIFECYCLE[state];
  // 涉密 leads nowhere: a life seldom begins with it.
  if (state === 'none' && chance(roll, 95)) return 'DraftTarget';
  if (known.length === 0 || chance(roll, 8)) return one(roll, COMMAND_TYPES);
  if (chance(roll, 65)) return onward(ref, state, roll);
  const type = one(roll, known);
  const ends = type === 'AbandonTarget' || type === 'RefuseFunding';
  return ends && chance(roll, 90) ? one(roll, known) : type;
}

function onward(ref: Reference, state: Target['state'], roll: Dice): TargetCommandType {
  if (state === 'in-review') return inReview(ref, roll);
  if (state !== 'draft' && state !== 'returned') return one(roll, LIFECYCLE[state]);
  const mustRevise = ref.mustRevise || (ref.ceiling !== null && ref.amount > ref.ceiling);
  if (mustRevise) return ref.withHead ? 'HandBackTarget' : 'ReviseForm';
  return state === 'draft' && !ref.withHead ? 'PresentTarget' : 'SubmitTarget';
}

function inReview({ proposals }: Reference, roll: Dice): TargetCommandType {
  const isOpen = proposals.some(({ answer }) => answer === 'open');
  if (isOpen && chance(roll, 50)) return one(roll, ['AcceptWording', 'ProposeWording', 'DeclineWording']);
  return one(roll, ['GiveOpinion', 'GiveOpinion', 'TransferReview', 'AddSigner', 'DelegateReview']);
}

/** Mostly somebody who may, so that cases get far. */
function nextActor(type: TargetCommandType, ref: Reference, world: World, roll: Dice): string {
  if (ref.state !== 'in-review') return one(roll, chance(roll, 90) ? UNIT_PEOPLE : EVERYBODY);
  const context = circumstances(world, 'clerk', dice(1));
  const able = EVERYBODY.filter((user) => {
    const may = permission(user, ref, { ...context, actor: { ...context.actor, user } });
    return typeof may === 'string' && (type === 'GiveOpinion' || may !== user || chance(roll, 60));
  });
  if (type === 'TransferReview' && chance(roll, 40)) return world.stageHeads[stageAt(ref).id]?.[0] ?? 'r1';
  return able.length > 0 && chance(roll, 75) ? one(roll, able) : one(roll, EVERYBODY);
}

interface Tally {
  sent: number;
  differences: object[];
  /** How often each command was accepted, each refusal given and each state come to. */
  answers: Map<string, number>;
}
const count = (map: Map<string, number>, key: string): unknown => map.set(key, (map.get(key) ?? 0) + 1);

interface Life {
  world: World;
  ref: Reference;
  events: Stored[];
  target: Target;
}

/** One command to both sides; what they say differently goes into the tally. */
function step(life: Life, roll: Dice, tally: Tally): void {
  const { world, ref, events } = life;
  const type = nextType(ref, life.target.state, roll);
  const context = circumstances(world, nextActor(type, ref, world, roll), roll);
  const command = commandOf(type, roll, { ...world, proposals: ref.proposals.length });
  const reasons = objections(command, ref, context);
  const decided = outcome(command, life.target, context);
  tally.sent += 1;
  count(tally.answers, typeof decided === 'string' ? decided : type);
  const agree = typeof decided === 'string' ? reasons.has(decided) : reasons.size === 0;
  if (!agree) tally.differences.push({ command, decided, reasons: [...reasons] });
  if (!agree || typeof decided === 'string') return;
  const actor = actorOf(command, life.target, context);
  for (const event of decided) {
    const stored = { event, actor, time: `${context.day}T12:00:00+08:00`, revision: events.length };
    events.push(JSON.parse(JSON.stringify(stored)) as Stored);
    life.target = evolve(life.target, stored);
  }
  move(command, ref, context);
  count(tally.answers, life.target.state);
  const [is, should] = [seen(life.target, context), expected(ref, context)];
  if (JSON.stringify(is) !== JSON.stringify(should)) tally.differences.push({ command, is, should });
}

/** One target from nothing to its end, or 150 commands of it. */
function live(roll: Dice, tally: Tally): Life {
  const life: Life = { world: randomWorld(roll), ref: unborn(), events: [], target: NONE };
  for (let sent = 0; sent < 150 && tally.differences.length === 0; sent += 1) {
    if (LIFECYCLE[life.target.state].length === 0 && chance(roll, 30)) break;
    if (life.target.state === 'evaluated' && chance(roll, 20)) break;
    if (chance(roll, 12)) life.world.date += 1;
    if (chance(roll, 2)) reoffice(life.world, one(roll, life.world.chain).id, roll);
    step(life, roll, tally);
  }
  return life;
}

describe('the target against a simple reference', () => {
  const tally: Tally = { sent: 0, differences: [], answers: new Map() };
  const roll = dice(SEED);
  const lives: Life[] = [];
  beforeAll(() => {
    while (tally.sent < COMMANDS && tally.differences.length === 0) lives.push(live(roll, tally));
  });

  it('decides 100,000 random commands as the reference does', () => {
    expect(tally.differences).toEqual([]);
    expect(tally.sent).toBeGreaterThanOrEqual(COMMANDS);
  });

  it('accepts every command, gives every refusal and comes to every state more than once', () => {
    const states = TARGET_STATES.filter((state) => state !== 'none');
    const rare = [...COMMAND_TYPES, ...REFUSALS, ...states].filter(
      (name) => (tally.answers.get(name) ?? 0) < 2,
    );
    expect(rare).toEqual([]);
  });

  it('folds the stored events to the live state', () => {
    for (const { events, target } of lives) expect(events.reduce(evolve, NONE)).toEqual(target);
  });

  it('folds any events in any order without throwing', () => {
    for (const { events } of lives) {
      const shuffled = events.map((stored) => [roll(1_000_000), stored] as const).sort(([a], [b]) => a - b);
      expect(() => shuffled.reduce((target, [, stored]) => evolve(target, stored), NONE)).not.toThrow();
    }
  });
});
