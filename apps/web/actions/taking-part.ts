import { type TargetView } from '#contracts';
import { commands } from '../api/index.ts';
import { peopleIn, text, type Action, type ActionField } from './action.ts';

const reason: ActionField = { name: 'reason', label: '理由', as: 'long' };

/**
 * 转办, by whoever's turn it is; or 指定审核人 by the stage's head, who also names somebody where nobody is left who may
 * sign.
 */
export function handingOn({ allowed }: TargetView): Action {
  const isMyTurn = allowed.includes('GiveOpinion');
  const to = { name: 'to', label: '由谁审核', as: 'person', among: 'reviewers' } as const;
  const from = {
    ...to,
    name: 'from',
    label: '替谁办理，现在没有人可以审核的不选',
    isOptional: true,
  } as const;
  return {
    command: 'TransferReview',
    label: isMyTurn ? '转办' : '指定审核人',
    about: isMyTurn
      ? '转办后由所选的人审核，您不再办理这个目标的本环节。'
      : '由您作为本环节的负责人指定，所选的人会在待办中看到这个目标。',
    fields: isMyTurn ? [to, reason] : [to, from, reason],
    send: (target, entered) => {
      const named = text(entered, 'from');
      const body = { to: text(entered, 'to'), reason: text(entered, 'reason') };
      return commands.transfer(target, { ...body, ...(named !== '' && { from: named }) });
    },
  };
}

/** Who else has to do with a target under review. */
export const TAKING_PART: readonly Action[] = [
  {
    command: 'CopyTarget',
    label: '抄送',
    about: '所选的人可以查看这个目标，并在收件箱收到通知，不需要办理。',
    fields: [
      { name: 'to', label: '抄送给谁', as: 'people', among: 'colleagues' },
      { name: 'note', label: '附言', as: 'long', isOptional: true },
    ],
    send: (target, entered) => {
      const note = text(entered, 'note');
      return commands.copy(target, { to: peopleIn(entered, 'to'), ...(note !== '' && { note }) });
    },
  },
  {
    command: 'AddSigner',
    label: '加签',
    about: '加签后本环节要等所选的人也同意才算通过。',
    fields: [{ name: 'signer', label: '加签人', as: 'person', among: 'reviewers' }, reason],
    send: (target, entered) =>
      commands.addSigner(target, { signer: text(entered, 'signer'), reason: text(entered, 'reason') }),
  },
  {
    command: 'DelegateReview',
    label: '委托',
    about: '在所选的日期内，由受托人代您审核这个目标，意见记明是受您委托。',
    fields: [
      { name: 'to', label: '受托人', as: 'person', among: 'reviewers' },
      { name: 'since', label: '从哪天起', as: 'day' },
      { name: 'until', label: '到哪天止（含当日）', as: 'day' },
      reason,
    ],
    initial: (_, today) => ({ since: today }),
    send: (target, entered) =>
      commands.delegate(target, {
        to: text(entered, 'to'),
        since: text(entered, 'since'),
        until: text(entered, 'until'),
        reason: text(entered, 'reason'),
      }),
  },
];
