import {
  type ChangeReply,
  type HistoryItem,
  type LastYearView,
  type SealView,
  type TargetView,
} from '#contracts';
import { type Change, type Form, type FormInput } from '#form';
import { answer, api, change } from './client.ts';
import type { components } from './schema.d.ts';

type Body<N extends keyof components['schemas']> = components['schemas'][N];
/** The target and the revision that the person has before them. */
export interface Seen {
  id: string;
  revision: number;
}

const seen = ({ id, revision }: Seen) => ({
  params: { path: { id }, header: { 'If-Match': `"${String(revision)}"` } },
});
const path = (id: string) => ({ params: { path: { id } } });

export const readTarget = (id: string): Promise<TargetView> => answer(api.GET('/api/targets/{id}', path(id)));

export async function readHistory(id: string): Promise<readonly HistoryItem[]> {
  const { items } = await answer<{ items: readonly HistoryItem[] }>(
    api.GET('/api/targets/{id}/history', path(id)),
  );
  return items;
}

/** The target as it was at a revision. */
export const readAt = (id: string, revision: number): Promise<TargetView> =>
  answer(api.GET('/api/targets/{id}/at', { params: { path: { id }, query: { revision } } }));

export async function readDiff(id: string, from: number, to: number): Promise<readonly Change[]> {
  const { changes } = await answer<{ changes: readonly Change[] }>(
    api.GET('/api/targets/{id}/diff', { params: { path: { id }, query: { from, to } } }),
  );
  return changes;
}

export const readLastYear = (id: string): Promise<LastYearView> =>
  answer(api.GET('/api/targets/{id}/last-year', path(id)));

export const readSeal = (id: string): Promise<SealView> =>
  answer(api.GET('/api/targets/{id}/seal', path(id)));

/** A new draft, from its kind alone or from what there is to begin with. */
export const draftTarget = (campaignId: string, unitCode: string, form: FormInput): Promise<ChangeReply> =>
  change(api.POST('/api/targets', { body: { campaignId, unitCode, form } }));

/** 涉密: registered by its code, without a form. */
export const classifyTarget = (body: Body<'ClassifiedBody'>): Promise<ChangeReply> =>
  change(api.POST('/api/targets/classified', { body }));

/** Every command to an existing target; each refuses with 412 where somebody else was faster. */
export const commands = {
  /** Persons stay as they were read; one whose key was erased the server refuses by name. */
  revise: (target: Seen, form: Form) =>
    change(
      api.PUT('/api/targets/{id}/form', {
        ...seen(target),
        body: { form: form },
      }),
    ),
  present: (target: Seen) =>
    change(api.POST('/api/targets/{id}/presentation', { ...seen(target), body: {} })),
  handBack: (target: Seen, body: Body<'CommentBody'>) =>
    change(api.POST('/api/targets/{id}/hand-back', { ...seen(target), body })),
  submit: (target: Seen, body: Body<'SubmissionBody'>) =>
    change(api.POST('/api/targets/{id}/submission', { ...seen(target), body })),
  withdraw: (target: Seen, body: Body<'ReasonBody'>) =>
    change(api.POST('/api/targets/{id}/withdrawal', { ...seen(target), body })),
  abandon: (target: Seen, body: Body<'ReasonBody'>) =>
    change(api.POST('/api/targets/{id}/abandonment', { ...seen(target), body })),
  opine: (target: Seen, body: Body<'OpinionBody'>) =>
    change(api.POST('/api/targets/{id}/opinions', { ...seen(target), body })),
  transfer: (target: Seen, body: Body<'TransferBody'>) =>
    change(api.POST('/api/targets/{id}/transfer', { ...seen(target), body })),
  answerWording: (target: Seen, wordingId: string, body: Body<'WordingAnswerBody'>) => {
    const { header, path: at } = seen(target).params;
    const params = { header, path: { ...at, wordingId } };
    return change(api.POST('/api/targets/{id}/wording/{wordingId}', { params, body }));
  },
  addSigner: (target: Seen, body: Body<'SignerBody'>) =>
    change(api.POST('/api/targets/{id}/signers', { ...seen(target), body })),
  delegate: (target: Seen, body: Body<'DelegationBody'>) =>
    change(api.POST('/api/targets/{id}/delegation', { ...seen(target), body })),
  copy: (target: Seen, body: Body<'CopiesBody'>) =>
    change(api.POST('/api/targets/{id}/copies', { ...seen(target), body })),
  proposeWording: (target: Seen, body: Body<'WordingBody'>) =>
    change(api.POST('/api/targets/{id}/wording', { ...seen(target), body })),
  urge: (target: Seen, body: Body<'UrgeBody'>) =>
    change(api.POST('/api/targets/{id}/urge', { ...seen(target), body })),
  reopen: (target: Seen, body: Body<'ReopeningBody'>) =>
    change(api.POST('/api/targets/{id}/reopening', { ...seen(target), body })),
  refuseFunding: (target: Seen, body: Body<'ReasonBody'>) =>
    change(api.POST('/api/targets/{id}/non-funding', { ...seen(target), body })),
  grant: (target: Seen, body: Body<'GrantBody'>) =>
    change(api.POST('/api/targets/{id}/grant', { ...seen(target), body })),
  disclose: (target: Seen, body: Body<'DisclosureBody'>) =>
    change(api.POST('/api/targets/{id}/disclosure', { ...seen(target), body })),
  selfEvaluate: (target: Seen, body: Body<'SelfEvaluationBody'>) =>
    change(api.POST('/api/targets/{id}/self-evaluation', { ...seen(target), body })),
  evaluate: (target: Seen, body: Body<'EvaluationBody'>) =>
    change(api.POST('/api/targets/{id}/evaluation', { ...seen(target), body })),
};
export type Commands = typeof commands;
