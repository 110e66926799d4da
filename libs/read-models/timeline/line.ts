import { type ScoreSheet, type TargetEvent } from '#domain/target';
import type { ProjectedEvent, Row } from '../rows/index.ts';

/** The line of an event. */
export function lineOf({ id, revision, time, actor, event }: ProjectedEvent<TargetEvent>): Row {
  const { user, name, post, organisation, onBehalfOf } = actor;
  return {
    target: id,
    revision,
    at: time,
    type: event.type,
    user_id: user,
    name,
    post,
    organisation,
    on_behalf_of: onBehalfOf?.name,
    stage: 'stage' in event ? event.stage : null,
    outcome: outcomeOf(event),
    comment: commentOf(event),
  };
}

/** In a word: what was decided, where it goes, whom it concerns, what was given. */
function outcomeOf(event: TargetEvent): string | null {
  if (event.type === 'OpinionGiven') return [event.decision, event.grade].filter(Boolean).join(' ');
  if (event.type === 'TargetGranted') return `${event.documentNumber} ${event.amount}`;
  if (event.type === 'TargetReopened') return event.ceiling;
  if (event.type === 'SignerAdded') return event.signer.name;
  if (event.type === 'SelfEvaluationSubmitted' || event.type === 'EvaluationConfirmed') return sheetOf(event);
  if ('next' in event) return event.next;
  return concerned(event);
}

const sheetOf = ({ sheet }: { sheet: ScoreSheet }): string => `${sheet.total} ${sheet.grade}`;

/** Whom it was handed to: a stage, a person, several. */
function concerned(event: TargetEvent): string | null {
  if (event.type === 'TargetReturned') return event.to;
  if (event.type === 'ReviewTransferred' || event.type === 'ReviewDelegated') return event.to.name;
  if (event.type === 'TargetCopied' || event.type === 'ReviewUrged')
    return event.to.map(({ name }) => name).join('、');
  return null;
}

function commentOf(event: TargetEvent): string | null {
  if ('comment' in event) return event.comment;
  if ('reason' in event) return event.reason;
  return 'note' in event ? event.note : null;
}
