import { recordedOf, screenForm, withoutPersons, type RecordedEnvelope } from '#application';
import { EVENT_TERMS, type Actor, type RuleSet } from '#domain';
import { evolve, NONE, type Finding, type ScoreSheet, type Target, type TargetEvent } from '#domain/target';
import { diffForms, type Change, type Form } from '#form';
import { sealOf, type StoredEvent } from '#event-store';

/** One step of a target's life, as the readable history tells it. */
export interface HistoryStep {
  revision: number;
  time: string;
  /** The event's. */
  type: string;
  label: string;
  actor: Actor;
  comment?: string;
  changes: readonly Change[];
  seal: string;
}

/** The form that a revision brought, persons as ciphertext, with what screening says of it under the campaign's rules. */
export interface FormLine {
  revision: number;
  time: string;
  form: Form;
  findings: readonly Finding[];
}

/** Scores with their steps, as they stand in the event of this revision. */
export interface ScoreLine {
  revision: number;
  time: string;
  sheet: ScoreSheet;
}

/** One message about a target, or to a unit that has none, as whoever sent it has it on record. Times in UTC. */
export interface ReminderLine {
  sentAt: string;
  /** The person's id. */
  recipient: string;
  title: string;
  /** Beside the inbox. */
  deliveries: readonly { channel: string; state: string }[];
}

export interface TargetRecord {
  target: Target;
  steps: HistoryStep[];
  forms: FormLine[];
  scores: ScoreLine[];
}

const DECISIONS = { approve: '同意', return: '退回', reject: '不同意' } as const;

/** Everything readable about a target, folded from its stored events. */
export function recordOf(events: readonly StoredEvent[], ruleSet: RuleSet): TargetRecord {
  let target = NONE;
  const record: Omit<TargetRecord, 'target'> = { steps: [], forms: [], scores: [] };
  for (const { body } of events) {
    const envelope = JSON.parse(body) as RecordedEnvelope;
    const recorded = recordedOf<TargetEvent>(envelope);
    const { event, revision, time, actor } = recorded;
    const before = target;
    target = evolve(target, recorded);
    // What is filed offline has no form here, and there is nothing to screen.
    const isNewForm = before.form !== target.form && !target.classified;
    if (isNewForm)
      record.forms.push({ revision, time, form: target.form, findings: findingsOf(target, ruleSet) });
    if (event.type === 'SelfEvaluationSubmitted' || event.type === 'EvaluationConfirmed')
      record.scores.push({ revision, time, sheet: event.sheet });
    const old = before === NONE ? null : withoutPersons(before.form);
    const changes = isNewForm ? diffForms(old, withoutPersons(target.form)) : [];
    const label = EVENT_TERMS[event.type];
    record.steps.push({
      revision,
      time,
      type: event.type,
      label,
      actor,
      ...wordsOf(event),
      changes,
      seal: sealOf(body),
    });
  }
  return { ...record, target };
}

const findingsOf = ({ form, fiscalYear, stated }: Target, ruleSet: RuleSet): readonly Finding[] =>
  screenForm(form, { ruleSet, fiscalYear, stated });

function wordsOf(event: TargetEvent): Pick<HistoryStep, 'comment'> {
  const said = 'comment' in event ? event.comment : 'reason' in event ? event.reason : undefined;
  const decision = event.type === 'OpinionGiven' ? DECISIONS[event.decision] : undefined;
  const parts = [decision, said].filter((one) => one !== undefined && one !== '');
  // Who agrees in one word says it once.
  const words = [...new Set(parts)].join('：');
  return words === '' ? {} : { comment: words };
}
