import { knowsPath, valueAt, withValueAt } from '#form';
import { type Recorded } from '../recorded.ts';
import { Refusal, refuseIf } from '../refusal.ts';
import { type ReviewCommand } from './commands.ts';
import { type Context } from './context.ts';
import { type ReviewEvent } from './events.ts';
import { standingOf } from './standing.ts';
import { stageOf, withAuthor, type Target, type Wording } from './target.ts';

type WordingCommand = Extract<ReviewCommand, { type: 'ProposeWording' | 'AcceptWording' | 'DeclineWording' }>;
type WordingEvent = Extract<ReviewEvent, { type: 'WordingProposed' | 'WordingAccepted' | 'WordingDeclined' }>;

/** 良 is put right together: the reviewer proposes, the unit accepts or declines, and all of it stays on record. */
export function decideWording(command: WordingCommand, target: Target, context: Context): WordingEvent {
  switch (command.type) {
    case 'ProposeWording':
      return propose(command, target, context);
    case 'AcceptWording': {
      refuseIf(Object.hasOwn(target.acted, context.actor.user), 'OwnWork');
      const wording = openWording(command.wordingId, target);
      const form = withValueAt(target.form, wording.path, wording.to);
      if (!form || valueAt(target.form, wording.path) !== wording.from) throw new Refusal('WordingOutdated');
      return { type: 'WordingAccepted', wordingId: wording.id, path: wording.path, form };
    }
    case 'DeclineWording': {
      const wording = openWording(command.wordingId, target);
      return { type: 'WordingDeclined', wordingId: wording.id, path: wording.path, reason: command.reason };
    }
  }
}

type Propose = Extract<WordingCommand, { type: 'ProposeWording' }>;

function propose({ path, to, reason }: Propose, target: Target, context: Context): WordingEvent {
  const stage = stageOf(target);
  if (!stage) throw new Refusal('NotAllowedNow');
  const standing = standingOf(context.actor, stage, target, context);
  if ('refused' in standing) throw new Refusal(standing.refused, { stage: stage.name });
  const from = valueAt(target.form, path);
  const isText = from === undefined || typeof from === 'string';
  refuseIf(from === to, 'NothingChanged', {}, [{ path: '/to' }]);
  const fits =
    isWording(path) && knowsPath(target.form, path) && isText && withValueAt(target.form, path, to) !== null;
  refuseIf(!fits, 'UnknownPath', { path }, [{ path: '/path' }]);
  return {
    type: 'WordingProposed',
    wordingId: `w${String(target.wordings.length + 1)}`,
    stage: stage.id,
    path,
    ...(typeof from === 'string' && { from }),
    to,
    reason,
  };
}

/** What comes from the register or identifies something is no matter of wording. */
const isWording = (path: string): boolean =>
  !/^\/(kind|unitName|department|fiscalYear|attachments)(\/|$)/.test(path) && !path.endsWith('/id');

function openWording(id: string, target: Target): Wording {
  const wording = target.wordings.find((one) => one.id === id && one.answer === 'open');
  if (!wording) throw new Refusal('UnknownWording', {}, [{ path: '/wordingId' }]);
  return wording;
}

export function evolveWording(target: Target, recorded: Recorded<WordingEvent>): Target {
  const { event, actor } = recorded;
  const answer = (id: string, given: Wording['answer']): Wording[] =>
    target.wordings.map((one) => (one.id === id ? { ...one, answer: given } : one));
  switch (event.type) {
    case 'WordingProposed': {
      const { wordingId: id, stage, path, to, reason } = event;
      const by = { user: actor.user, name: actor.name };
      const from = event.from === undefined ? {} : { from: event.from };
      return {
        ...target,
        wordings: [...target.wordings, { id, stage, path, ...from, to, reason, by, answer: 'open' }],
        reviewBegun: true,
      };
    }
    case 'WordingAccepted': {
      const wordings = answer(event.wordingId, 'accepted');
      const authors = withAuthor(target, actor.user);
      return { ...target, form: event.form, formRevision: recorded.revision, wordings, authors };
    }
    case 'WordingDeclined':
      return { ...target, wordings: answer(event.wordingId, 'declined') };
  }
}
