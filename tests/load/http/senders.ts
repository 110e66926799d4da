import type { Work } from '../measuring/index.ts';
import type { HttpClient } from './http-client.ts';
import { REVIEWERS } from './people.ts';
import { endlessForms, REVISIONS, type Targets } from './targets.ts';

/** Revisions that one target takes before the next is taken, so that a stream stays at about ten. */
const REVISIONS_A_TARGET = 4;

/** A clerk who revises whole forms of 40 indicators. */
export function revising(clerk: HttpClient, targets: Targets): Work {
  const forms = endlessForms();
  const bodies = Array.from({ length: REVISIONS_A_TARGET }, () => JSON.stringify({ form: forms() }));
  let id = '';
  let turn = REVISIONS_A_TARGET;
  return async () => {
    if (turn === REVISIONS_A_TARGET) [id, turn] = [targets.take(), 0];
    await clerk.command('PUT', `/api/targets/${id}/form`, bodies[turn] ?? '', REVISIONS - 1 + turn);
    turn += 1;
  };
}

/** The same forms to an API that only keeps them. */
export function sending(stranger: HttpClient): Work {
  const forms = endlessForms();
  const bodies = Array.from({ length: REVISIONS_A_TARGET }, () => JSON.stringify({ form: forms() }));
  let turn = 0;
  return async () => {
    await stranger.command('PUT', '/api/targets/any/form', bodies[turn % bodies.length] ?? '', 0);
    turn += 1;
  };
}

const OPINION = JSON.stringify({ decision: 'approve', comment: '同意申报，请严格按照绩效目标组织实施' });
/** An opinion that ends a stage makes two events: the opinion, and the stage passed. */
const EVENTS_AN_OPINION = 2;

/** The reviewers of the chain, who agree one after the other. */
export function agreeing(reviewers: readonly HttpClient[], targets: Targets): Work {
  let id = '';
  let stage: number = REVIEWERS.length;
  return async () => {
    if (stage === REVIEWERS.length) [id, stage] = [targets.take(), 0];
    const seen = REVISIONS - 1 + stage * EVENTS_AN_OPINION;
    await reviewers[stage]?.command('POST', `/api/targets/${id}/opinions`, OPINION, seen);
    stage += 1;
  };
}
