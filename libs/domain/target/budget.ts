import { isDay } from '#form';
import { type Recorded } from '../recorded.ts';
import { Refusal, refuseIf } from '../refusal.ts';
import { type BudgetCommand } from './commands.ts';
import { type Context, type Window } from './context.ts';
import { amountOf } from './drafting.ts';
import { type BudgetEvent } from './events.ts';
import { type Target } from './target.ts';

/** From approval to the granted and published target: 控制数下达, 批复, 公开. */
export function decideBudget(command: BudgetCommand, target: Target, context: Context): BudgetEvent[] {
  switch (command.type) {
    case 'ReopenTarget':
      return [{ ...command, type: 'TargetReopened' }];
    case 'RefuseFunding':
      return [{ type: 'TargetNotFunded', reason: command.reason }];
    case 'GrantTarget':
      return [grant(command, target, context.windows.submission)];
    case 'DiscloseTarget':
      refuseIf(isPublished(target), 'AlreadyDisclosed');
      refuseIf(!isDay(command.date), 'DateInvalid', { date: command.date }, [{ path: '/date' }]);
      return [{ ...command, type: 'TargetDisclosed' }];
    case 'WithholdDisclosure':
      refuseIf(isPublished(target), 'AlreadyDisclosed');
      return [{ type: 'DisclosureWithheld', reason: command.reason }];
  }
}

type Grant = Extract<BudgetCommand, { type: 'GrantTarget' }>;

/** Nothing is granted before anything could be applied for: an earlier day is a slip of the keyboard. */
export const isBeforeOpening = (date: string, submission: Pick<Window, 'opens'> | undefined): boolean =>
  submission !== undefined && date < submission.opens;

function grant(command: Grant, target: Target, submission: Window | undefined): BudgetEvent {
  const { documentNumber, date, amount = amountOf(target.form) } = command;
  refuseIf(!isDay(date), 'DateInvalid', { date }, [{ path: '/date' }]);
  const opens = submission?.opens ?? '';
  refuseIf(isBeforeOpening(date, submission), 'GrantedBeforeOpening', { opens }, [{ path: '/date' }]);
  if (amount === undefined) throw new Refusal('AmountMissing', {}, [{ path: '/amount' }]);
  return { type: 'TargetGranted', documentNumber, date, amount, formRevision: target.formRevision };
}

const isPublished = ({ disclosure }: Target): boolean => disclosure !== null && 'url' in disclosure;

export function evolveBudget(target: Target, { event }: Recorded<BudgetEvent>): Target {
  switch (event.type) {
    case 'TargetReopened':
      return {
        ...target,
        state: 'returned',
        budgetRound: target.budgetRound + 1,
        ceiling: event.ceiling,
        returnedBy: null,
        revised: false,
        acted: {},
      };
    case 'TargetNotFunded':
      return { ...target, state: 'not-funded' };
    case 'TargetGranted': {
      const { documentNumber, date, amount, formRevision } = event;
      return { ...target, state: 'granted', grant: { documentNumber, date, amount, formRevision } };
    }
    case 'TargetDisclosed':
      return { ...target, disclosure: { date: event.date, url: event.url } };
    case 'DisclosureWithheld':
      return { ...target, disclosure: { withheld: event.reason } };
  }
}
