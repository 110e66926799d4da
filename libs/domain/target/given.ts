import { type Actor } from '../recorded.ts';
import { Refusal, type RefusalCode } from '../refusal.ts';
import { type TargetCommand } from './commands.ts';
import { type Context } from './context.ts';
import { decide, evolve } from './decider.ts';
import { type TargetEvent } from './events.ts';
import { COUNTY } from './sample-county.ts';
import { actorOf } from './standing.ts';
import { NONE, type Target } from './target.ts';

/** An event that has happened, with who did it. */
export interface Fact {
  event: TargetEvent;
  actor: Actor;
  time: string;
}
/** What is different from the county's ordinary day. */
export type Circumstances = Partial<Omit<Context, 'actor'>>;
/** Somebody did something, and the rules allowed it. */
export interface Deed {
  by: Actor;
  command: TargetCommand;
  on: Circumstances;
}

const NOON = '2026-10-12T12:00:00+08:00';

export const fact = (actor: Actor, event: TargetEvent, time = NOON): Fact => ({ event, actor, time });
export const did = (by: Actor, command: TargetCommand, on: Circumstances = {}): Deed => ({ by, command, on });

/** The target as these facts leave it. */
export const fold = (facts: readonly Fact[]): Target =>
  facts.reduce((target, one, revision) => evolve(target, { ...one, revision }), NONE);

/** What a history may be told in: events as they were stored, or deeds that the rules turn into events. */
export type History = Fact | Deed | readonly Deed[];

/** The facts of a history, each after the one before it. */
export const happened = (...history: History[]): Fact[] =>
  history.flat().reduce<Fact[]>((facts, one) => {
    if ('event' in one) return [...facts, one];
    const context = { ...COUNTY, ...one.on, actor: one.by };
    const target = fold(facts);
    const actor = actorOf(one.command, target, context);
    return [...facts, ...decide(one.command, target, context).map((event) => fact(actor, event))];
  }, []);

type Outcome = { events: TargetEvent[] } | { refusal: Refusal };

function attempt(command: TargetCommand, target: Target, context: Context): Outcome {
  try {
    return { events: decide(command, target, context) };
  } catch (error) {
    if (error instanceof Refusal) return { refusal: error };
    throw error;
  }
}

export interface Then {
  /** Exactly these events, each with at least these fields; and nothing in them that JSON would lose. */
  then(...expected: (Partial<TargetEvent> & Pick<TargetEvent, 'type'>)[]): void;
  /** Refused with this code, pointing at these paths where some are given. */
  thenRefused(code: RefusalCode, ...paths: string[]): void;
  /** Accepted, and the target then has at least these fields. */
  thenTarget(expected: object): void;
}

/** given(history) → when(who does what) → then(new facts, or a refusal). */
export function given(...history: History[]): {
  when(by: Actor, command: TargetCommand, on?: Circumstances): Then;
} {
  const facts = happened(...history);
  return {
    when(by, command, on = {}) {
      const target = fold(facts);
      const context = { ...COUNTY, ...on, actor: by };
      return outcomeOf(attempt(command, target, context), (events) => {
        const actor = actorOf(command, target, context);
        return fold([...facts, ...events.map((event) => fact(actor, event))]);
      });
    },
  };
}

function outcomeOf(outcome: Outcome, after: (events: readonly TargetEvent[]) => Target): Then {
  const events = (): TargetEvent[] => {
    if ('refusal' in outcome) throw new Error(`refused: ${outcome.refusal.code}`);
    return outcome.events;
  };
  return {
    then(...expected) {
      expect(events()).toMatchObject(expected);
      expect(JSON.parse(JSON.stringify(events()))).toStrictEqual(events());
    },
    thenRefused(code, ...paths) {
      const { refusal } = 'refusal' in outcome ? outcome : { refusal: null };
      expect(refusal?.code ?? 'accepted').toBe(code);
      if (paths.length > 0) expect(refusal?.fields.map(({ path }) => path)).toEqual(paths);
    },
    thenTarget(expected) {
      expect(after(events())).toMatchObject(expected);
    },
  };
}
