import { type TargetView } from '#contracts';
import { commands } from '../api/index.ts';
import { text, type Action } from './action.ts';

type Wording = TargetView['wordings'][number];

/** The unit takes over what a reviewer proposed for the field called `label`. */
export const acceptingOf = ({ id }: Wording, label: string): Action => ({
  command: 'AcceptWording',
  label: '接受修改建议',
  about: `接受后“${label}”立即改为建议的文字，这次修改会随目标保存。`,
  fields: [],
  send: (target) => commands.answerWording(target, id, { decision: 'accept' }),
});

/** The unit leaves the field as it is, and says why. */
export const decliningOf = ({ id }: Wording, label: string): Action => ({
  command: 'DeclineWording',
  label: '不接受修改建议',
  about: `“${label}”保持不变，审核人会看到理由。`,
  fields: [{ name: 'reason', label: '理由', as: 'long' }],
  send: (target, entered) =>
    commands.answerWording(target, id, { decision: 'decline', reason: text(entered, 'reason') }),
});

/** Instead of a return for a few words: the reviewer says how the field called `label` should read. */
export const proposingOf = (path: string, label: string, now: string): Action => ({
  command: 'ProposeWording',
  label: '提修改建议',
  about: `不必退回：单位接受后“${label}”即改为建议的文字。单位答复之前，本环节不能同意。`,
  fields: [
    { name: 'to', label: '建议改为', as: 'long' },
    { name: 'reason', label: '理由', as: 'long' },
  ],
  initial: () => ({ to: now }),
  send: (target, entered) =>
    commands.proposeWording(target, { path, to: text(entered, 'to'), reason: text(entered, 'reason') }),
});
