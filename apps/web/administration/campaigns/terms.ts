import { DEFAULT_RULE_SET, type RuleSet } from '#domain';
import { type CampaignTerms, type ReminderSettings, type WindowName, type Windows } from '#domain/campaign';
import { isChain, type Stage } from '#domain/target';
import { type FormKind } from '#form';
import { type CampaignView } from '#contracts';
import { windowNames, windowTerm } from '../../windows/index.ts';
import { KIND_TERMS } from '../../words/index.ts';
import { changedReminders, reminderFaults, remindersLike } from './reminder-terms.ts';

export const KINDS: readonly FormKind[] = ['project', 'overall', 'direction'];

/** A campaign as it is being set up, step by step. */
export interface CampaignDraft extends CampaignTerms {
  id: string;
  reminders: ReminderSettings;
}

/** What each step shows and how it changes the draft. */
export interface StepProps {
  draft: CampaignDraft;
  onChange: (part: Partial<CampaignDraft>) => void;
}

const stage = (id: string, name: string, reviewers: Stage['reviewers']): Stage => ({
  id,
  name,
  reviewers,
  rule: 'any',
});
const FULL: readonly Stage[] = [
  stage('department', '主管部门', 'department'),
  stage('section', '业务股室', 'section'),
  stage('performance', '绩效股', 'performance'),
];

/** Like the last campaign where there was one, a year later; its windows are set anew. */
export function blankDraft(fiscalYear: number, last: CampaignView | undefined): CampaignDraft {
  const year = String(fiscalYear);
  return {
    id: year,
    name: `${year}年度预算绩效目标`,
    fiscalYear,
    chains: last?.chains ?? { project: FULL, overall: FULL.slice(1), direction: FULL },
    windows: {},
    ruleSet: last?.ruleSet ?? DEFAULT_RULE_SET,
    resumeAt: last?.resumeAt ?? 'first',
    departmentsGrant: last?.departmentsGrant ?? false,
    reminders: remindersLike(last?.reminders),
  };
}

/** What still has to be put right, each a sentence; `taken` are the ids of the campaigns that there are. */
export function faultsOf(draft: CampaignDraft, taken: readonly string[]): string[] {
  return [
    ...nameFaults(draft, taken),
    ...chainFaults(draft),
    ...windowFaults(draft),
    ...boundFaults(draft.ruleSet),
    ...reminderFaults(draft.reminders),
  ];
}

function nameFaults({ id, name, fiscalYear }: CampaignDraft, taken: readonly string[]): string[] {
  return [
    ...(id.trim() === '' ? ['请填写批次编号'] : []),
    ...(taken.includes(id.trim()) ? [`编号“${id.trim()}”已有批次使用，请换一个`] : []),
    ...(name.trim() === '' ? ['请填写批次名称'] : []),
    ...(Number.isInteger(fiscalYear) && fiscalYear >= 1990 && fiscalYear <= 2100
      ? []
      : ['预算年度应为四位年份']),
  ];
}

function chainFaults({ chains }: CampaignDraft): string[] {
  const kinds = KINDS.filter((kind) => chains[kind] !== undefined);
  if (kinds.length === 0) return ['至少要有一类表'];
  return kinds
    .filter((kind) => !isChain(chains[kind] ?? []))
    .map((kind) => `${KIND_TERMS[kind]}的审核链应有一到五个环节，名称不空、编号不重复`);
}

/** Only windows of stages that the chains have are asked about. */
function windowFaults({ chains, windows }: CampaignDraft): string[] {
  return windowNames(chains).flatMap((name) => {
    const window = windows[name];
    if (!window) return name === 'submission' ? ['请填写申报（送审）的起止日期'] : [];
    if (window.opens === '' || window.closes === '')
      return [`${windowTerm(name, chains)}的起止日期要填全，或都清空`];
    return window.opens > window.closes ? [`${windowTerm(name, chains)}的截止日期早于开始`] : [];
  });
}

const boundFaults = ({ gradeBounds: { excellent, good, fair } }: RuleSet): string[] =>
  excellent > good && good > fair && fair > 0 && excellent <= 100
    ? []
    : ['等级界限应由高到低：优、良、中，都在 0 到 100 之间'];

/** As the request has it: windows of stages that are no more, empty ones, and reminders as by default are left out. */
export function bodyOf({ reminders, ...draft }: CampaignDraft) {
  const kept = windowNames(draft.chains).flatMap((name) => {
    const window = draft.windows[name];
    return window ? [[name, window] as const] : [];
  });
  const changed = changedReminders(reminders);
  const named = { ...draft, id: draft.id.trim(), name: draft.name.trim() };
  return { ...named, windows: Object.fromEntries(kept), ...(changed && { reminders: changed }) };
}

/** With one end of a window set; a window of two empty ends is none. */
export function withWindow(
  windows: Windows,
  name: WindowName,
  end: 'opens' | 'closes',
  day: string,
): Windows {
  const window = { ...(windows[name] ?? { opens: '', closes: '' }), [end]: day };
  const { [name]: _, ...others } = windows;
  return window.opens === '' && window.closes === '' ? others : { ...others, [name]: window };
}
