import { type Duty, type TargetItem, type TaskItem } from '../api/index.ts';
import { shortDay, urgencyOf, type Urgency } from '../words/index.ts';

/** Tasks of one kind about one unit, that are as near. */
export interface TaskGroup {
  key: string;
  duty: Duty;
  unit: string;
  tasks: readonly TaskItem[];
  /** The earliest last day among them. */
  due: string | undefined;
}
export interface UrgencyGroup {
  urgency: Urgency;
  title: string;
  groups: readonly TaskGroup[];
}

const TITLES: readonly (readonly [Urgency, string])[] = [
  ['overdue', '已逾期'],
  ['today', '今天截止'],
  ['week', '七天内截止'],
  ['later', '以后截止'],
  ['open', '没有期限'],
];

/** Overdue first, then by deadline; within them one group for each unit and duty, in the order of the tasks. */
export function groupTasks(tasks: readonly TaskItem[], today: string): UrgencyGroup[] {
  return TITLES.map(([urgency, title]) => ({
    urgency,
    title,
    groups: byUnitAndDuty(tasks.filter((task) => urgencyOf(task.due, today) === urgency)),
  })).filter(({ groups }) => groups.length > 0);
}

function byUnitAndDuty(tasks: readonly TaskItem[]): TaskGroup[] {
  const groups = new Map<string, { duty: Duty; unit: string; tasks: TaskItem[] }>();
  for (const task of tasks) {
    if (task.duty === null) continue;
    const { unit } = task.target;
    const key = `${task.duty} ${unit.code}`;
    const group = groups.get(key) ?? { duty: task.duty, unit: unit.name, tasks: [] };
    group.tasks.push(task);
    groups.set(key, group);
  }
  return [...groups].map(([key, group]) => {
    const due = group.tasks.flatMap((task) => task.due ?? []).sort()[0];
    return { key, ...group, due };
  });
}

/** 望川县河道管理站 3 个目标待您审核，最早 3月12日截止; a single one is called by its name. */
export function sentenceOf({ unit, duty, tasks, due }: TaskGroup, today: string): string {
  const many = tasks.length > 1;
  const name = tasks[0]?.target.name;
  const what = many || name === undefined ? ` ${String(tasks.length)} 个目标` : `“${name}”`;
  const until = due === undefined ? '' : `，${many ? '最早 ' : ''}${shortDay(due, today)}截止`;
  return `${unit}${what}${WAITS[duty]}${until}`;
}

const WAITS: Readonly<Record<Duty, string>> = {
  fill: '待您填报',
  revise: '被退回，待您修改后重报',
  submit: '待您审核后送审',
  'answer-wording': '有文字修改建议待您答复',
  review: '待您审核',
  'name-reviewer': '待您指定审核人',
  grant: '待您批复',
  disclose: '待您公开',
  'self-evaluate': '待您自评',
  verify: '的自评待您复核',
  staff: '没有能办理的在岗人员，待您落实',
};

/** Where the work is done. */
export function placeOf(duty: Duty | null, { id }: TargetItem): string {
  switch (duty) {
    case 'fill':
    case 'revise':
      return `/targets/${id}/edit`;
    case 'review':
      return `/review/${id}`;
    case 'self-evaluate':
    case 'verify':
      return `/targets/${id}/year-end`;
    case 'submit':
    case 'answer-wording':
    case 'name-reviewer':
    case 'grant':
    case 'disclose':
    case 'staff':
    case null:
      return `/targets/${id}`;
  }
}
