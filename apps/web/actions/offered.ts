import { amountOf, type TargetCommandType } from '#domain/target';
import { commands } from '../api/index.ts';
import { text, type Action, type ActionField } from './action.ts';
import { TAKING_PART } from './taking-part.ts';

const reason: ActionField = { name: 'reason', label: '理由', as: 'long' };

const UNIT: readonly Action[] = [
  {
    command: 'PresentTarget',
    label: '提交单位审核',
    about: '提交后由单位负责人审核并送审，经办不能再修改，需要修改时由负责人退回经办。',
    fields: [],
    send: (target) => commands.present(target),
  },
  {
    command: 'HandBackTarget',
    label: '退回经办',
    about: '退回后由经办修改，意见会随目标保存。',
    fields: [{ name: 'comment', label: '退回意见', as: 'long' }],
    send: (target, entered) => commands.handBack(target, { comment: text(entered, 'comment') }),
  },
  {
    command: 'WithdrawTarget',
    label: '撤回',
    about: '还没有人审核，可以撤回为草稿，修改后重新送审。',
    fields: [reason],
    send: (target, entered) => commands.withdraw(target, { reason: text(entered, 'reason') }),
  },
  {
    command: 'AbandonTarget',
    label: '作废',
    about: '作废后这个目标不能再填报或送审，记录仍然保留；需要时只能另建一个。',
    fields: [reason],
    isDangerous: true,
    send: (target, entered) => commands.abandon(target, { reason: text(entered, 'reason') }),
  },
  {
    command: 'UrgeReview',
    label: '催办',
    about: '提醒正在办理的审核人。每天限一次。',
    fields: [{ name: 'note', label: '附言', as: 'long', isOptional: true }],
    send: (target, entered) => {
      const note = text(entered, 'note');
      return commands.urge(target, note === '' ? {} : { note });
    },
  },
];

const BUDGET: readonly Action[] = [
  {
    command: 'GrantTarget',
    label: '批复',
    about: '批复后目标锁定，以后公开、监控和评价都以这一版为准。',
    fields: [
      { name: 'documentNumber', label: '批复文号', as: 'text', placeholder: '望财绩〔2027〕12号' },
      { name: 'date', label: '批复日期', as: 'day' },
      { name: 'amount', label: '批复金额（万元）', as: 'amount' },
    ],
    initial: ({ form }, today) => ({ date: today, amount: amountOf(form) ?? '' }),
    send: (target, entered) =>
      commands.grant(target, {
        documentNumber: text(entered, 'documentNumber'),
        date: text(entered, 'date'),
        amount: text(entered, 'amount'),
      }),
  },
  {
    command: 'DiscloseTarget',
    label: '公开',
    about: '登记公开的日期和网址，应在批复后二十日内办理。',
    fields: [
      { name: 'date', label: '公开日期', as: 'day' },
      { name: 'url', label: '公开网址', as: 'text', placeholder: 'https://' },
    ],
    initial: (_, today) => ({ date: today }),
    send: (target, entered) =>
      commands.disclose(target, { date: text(entered, 'date'), url: text(entered, 'url') }),
  },
  {
    command: 'WithholdDisclosure',
    label: '不予公开',
    about: '内容敏感不宜公开的，写明依据和理由。',
    fields: [{ name: 'withheld', label: '不予公开的理由', as: 'long' }],
    send: (target, entered) => commands.disclose(target, { withheld: text(entered, 'withheld') }),
  },
  {
    command: 'ReopenTarget',
    label: '控制数下达',
    about: '下达控制数后目标退回单位，按控制数修改后重新送审（二上）。',
    fields: [{ name: 'ceiling', label: '控制数（万元）', as: 'amount' }, reason],
    send: (target, entered) =>
      commands.reopen(target, { ceiling: text(entered, 'ceiling'), reason: text(entered, 'reason') }),
  },
  {
    command: 'RefuseFunding',
    label: '不安排预算',
    about: '本年度不再安排预算，目标到此为止。',
    fields: [reason],
    isDangerous: true,
    send: (target, entered) => commands.refuseFunding(target, { reason: text(entered, 'reason') }),
  },
];

/** Commands that a dialog can send; the others have pages of their own. */
export const ACTIONS: ReadonlyMap<TargetCommandType, Action> = new Map(
  [...UNIT, ...BUDGET, ...TAKING_PART].map((action) => [action.command, action]),
);
