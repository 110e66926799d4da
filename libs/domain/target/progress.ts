import { type Recorded } from '../recorded.ts';
import { type NamedPerson } from './commands.ts';
import { type ReviewEvent } from './events.ts';
import { type StageProgress, type Target } from './target.ts';

type ProgressEvent = Extract<
  ReviewEvent,
  { type: 'OpinionGiven' | 'ReviewTransferred' | 'SignerAdded' | 'ReviewDelegated' | 'ReviewUrged' }
>;

/** Who has signed, taken over, been asked in or stands in at the current stage. */
export function evolveProgress(target: Target, { event, actor }: Recorded<ProgressEvent>): Target {
  const { progress } = target;
  const become = (change: Partial<StageProgress>): Target => ({
    ...target,
    progress: { ...progress, ...change },
  });
  switch (event.type) {
    case 'OpinionGiven': {
      const account = actor.onBehalfOf?.user ?? actor.user;
      const acted = { ...target.acted, [actor.user]: event.stage, [account]: event.stage };
      const approved = event.decision === 'approve' ? [...progress.approved, account] : progress.approved;
      return { ...become({ approved }), acted, graded: event.grade ?? null, reviewBegun: true };
    }
    case 'ReviewTransferred':
      return become(transferred(progress, event.from, event.to));
    case 'SignerAdded':
      return become({ added: [...progress.added, event.signer] });
    case 'ReviewDelegated': {
      const { stage, from, to, since, until } = event;
      return { ...target, delegations: [...target.delegations, { stage, from, to, since, until }] };
    }
    case 'ReviewUrged':
      return { ...target, urged: [...target.urged, { by: actor.user, day: event.day }] };
  }
}

/** Whoever was asked in addition hands on that request; anybody else hands on their own turn. */
function transferred(
  { added, took, gaveAway }: StageProgress,
  from: NamedPerson,
  to: NamedPerson,
): Partial<StageProgress> {
  if (added.some(({ user }) => user === from.user))
    return { added: added.map((one) => (one.user === from.user ? to : one)) };
  return {
    took: [...took.filter(({ user }) => user !== from.user && user !== to.user), to],
    gaveAway: [...gaveAway, from.user],
  };
}
