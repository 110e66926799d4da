import { type TargetView } from '#contracts';
import { commands } from '../api/index.ts';
import { type Action } from './action.ts';

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
  send: (target, { reason = '' }) =>
    commands.answerWording(target, id, { decision: 'decline', reason: reason.trim() }),
});
