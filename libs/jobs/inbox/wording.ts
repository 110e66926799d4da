import { DUTY_TERMS, type TargetTitle } from '#read-models';
import type { Owed, Scheduled } from '../schedule/index.ts';

/** What a person reads, in the inbox and by mail. */
export interface Wording {
  title: string;
  body: string;
}

/** The parts of a sentence about a task. */
interface Parts {
  what: string;
  subject: string;
  /** With the unit's name. */
  where: string;
  deadline: string;
  /** 请于……前…… */
  please: string;
  /** How many days, and what kind. */
  days: string;
}

const SENTENCES: readonly (readonly [RegExp, (parts: Parts) => Wording])[] = [
  [
    /^arrived$/,
    ({ what, subject, where, please }) => ({
      title: `请${what}：${subject}`,
      body: `${where}已到您处，${please}`,
    }),
  ],
  [
    /^d-\d+$/,
    ({ subject, where, days, please }) => ({
      title: `还有 ${days}：${subject}`,
      body: `${where}还有 ${days}截止，${please}`,
    }),
  ],
  [
    /^d0$/,
    ({ subject, where, please }) => ({ title: `今天截止：${subject}`, body: `${where}今天截止，${please}` }),
  ],
  [
    /^overdue-\d+$/,
    ({ what, subject, where, deadline, days }) => ({
      title: `已逾期 ${days}：${subject}`,
      body: `${where}应于${deadline}前${what}，已逾期 ${days}，请尽快办理。`,
    }),
  ],
  [
    /^escalation$/,
    ({ what, subject, where, deadline, days }) => ({
      title: `逾期未${what}：${subject}`,
      body: `${where}应于${deadline}前${what}，已逾期 ${days}仍未办理，请督促。`,
    }),
  ],
];

/** A reminder of a task, at one of its steps. */
export function reminderWording(scheduled: Scheduled, step: string): Wording {
  const [, say] = SENTENCES.find(([steps]) => steps.test(step)) ?? [];
  if (!say) throw new Error(`没有为催报步骤“${step}”写下文字`);
  const { title, body } = say(partsOf(scheduled, step));
  return { title, body: body + unknownYearNote(scheduled.unknownYear) };
}

function partsOf({ duty, settings, unknownYear }: Scheduled, step: string): Parts {
  const what = duty.target === null ? DUTY_TERMS.fill : DUTY_TERMS[duty.duty];
  const deadline = duty.deadline === null ? '' : dayInWords(duty.deadline);
  const unit = settings.days === 'working' && unknownYear === null ? '个工作日' : '天';
  const count = step === 'escalation' ? settings.escalateAfter : Number(/\d+$/.exec(step)?.[0] ?? 0);
  return {
    what,
    ...subjectIn(duty),
    deadline,
    please: deadline === '' ? `请${what}。` : `请于${deadline}前${what}。`,
    days: `${count} ${unit}`,
  };
}

/** 抄送 or 催办: who says it, about what, and in which words. */
export function noticeWording(
  kind: string,
  { target, sender, note }: { target: TargetTitle | undefined; sender: string; note: string },
): Wording {
  const subject = target === undefined ? '一份绩效目标' : `${nameOf(target)}（${target.unitName}）`;
  const said = note === '' ? '' : `附言：${note}`;
  return kind === 'urged'
    ? { title: `催办：${subject}`, body: `${sender}请您尽快审核${subject}。${said}` }
    : { title: `抄送：${subject}`, body: `${sender}将${subject}抄送给您。${said}` };
}

/** Of a unit that has nothing yet, the campaign it is late in. */
function subjectIn(owed: Owed): Pick<Parts, 'subject' | 'where'> {
  const { target, name, unitName } = owed;
  return target === null
    ? { subject: `“${name}”（${unitName}）`, where: `“${name}”（${unitName}还没有起草任何绩效目标）` }
    : { subject: nameOf(owed), where: `${nameOf(owed)}（${unitName}）` };
}

const nameOf = ({ name }: { name: string }): string => (name === '' ? '未命名的绩效目标' : `《${name}》`);

function dayInWords(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${year}年${Number(month)}月${Number(date)}日`;
}

const unknownYearNote = (year: number | null): string =>
  year === null ? '' : `（${year}年放假安排尚未收录，本提醒按自然日计算。）`;
