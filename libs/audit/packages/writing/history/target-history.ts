import { type StoredEvent } from '#event-store';
import { STATE_TERMS, type RuleSet } from '#domain';
import { recordOf, type ReminderLine, type TargetRecord } from '../steps.ts';
import { historyDocument } from './history-document.ts';

interface Beside {
  /** The signed root that the events are proved against, in words. */
  anchored: string;
  /** What was sent about the target, from whoever keeps that record. */
  reminders: readonly ReminderLine[];
}

/** The readable history of one target, from its events as stored, by the rules of its campaign: a docx. */
export const writeHistory = (
  events: readonly StoredEvent[],
  { ruleSet, ...beside }: Beside & { ruleSet: RuleSet },
): Buffer => historyOf(recordOf(events, ruleSet), beside);

/** The same of what has been folded already. */
export function historyOf(
  { target, steps, forms, scores }: TargetRecord,
  { anchored, reminders }: Beside,
): Buffer {
  const { classified, form, unit, department, fiscalYear, state } = target;
  const heading = {
    name: classified?.code ?? ('name' in form ? form.name : undefined) ?? unit.name,
    unit: unit.name,
    department: department.name,
    fiscalYear,
    state: STATE_TERMS[state],
    anchored,
  };
  const findings = forms.at(-1)?.findings ?? [];
  return historyDocument({ heading, steps, findings, scores, reminders, isOffline: classified !== null });
}

/** A signed root as the document names it. */
export const anchorText = (root: { root: string; size: number; time: string } | null): string =>
  root ? `${root.root}（${String(root.size)} 个事件，${root.time}）` : '尚未锚定至签名根';
