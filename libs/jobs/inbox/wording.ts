import { DUTY_TERMS, type TargetTitle } from '#read-models';
import type { Day } from '../calendar/index.ts';
import { standingOn, type Standing, type StepName } from '../reminders/index.ts';
import type { Owed, Scheduled, UnitDuty } from '../schedule/index.ts';

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
  /** That it came to its reader. */
  came: string;
  deadline: string;
  /** 请于……前……, or that it is overdue. */
  please: string;
  /** How many days, and what kind. */
  days: string;
}

type Sentence = 'arrived' | Standing['when'] | 'escalation';

const SENTENCES: Readonly<Record<Sentence, (parts: Parts) => Wording>> = {
  arrived: ({ what, subject, where, came, please }) => ({
    title: `请${what}：${subject}`,
    body: `${where}${came}，${please}`,
  }),
  before: ({ subject, where, days, please }) => ({
    title: `还有 ${days}：${subject}`,
    body: `${where}还有 ${days}截止，${please}`,
  }),
  last: ({ subject, where, please }) => ({
    title: `今天截止：${subject}`,
    body: `${where}今天截止，${please}`,
  }),
  over: ({ subject, where, days, please }) => ({
    title: `已逾期 ${days}：${subject}`,
    body: `${where}${please}`,
  }),
  escalation: ({ what, subject, where, deadline, days }) => ({
    title: `逾期未${what}：${subject}`,
    body: `${where}应于${deadline}前${what}，已逾期 ${days}仍未办理，请督促。`,
  }),
};

/** What is owed as long as a unit has nothing. */
const UNIT_TERMS: Readonly<Record<UnitDuty['duty'], string>> = {
  draft: DUTY_TERMS.fill,
  staff: '落实填报人员',
};

/** A reminder of a task, at one of its steps, as it stands on the day on which it is said. */
export function reminderWording(scheduled: Scheduled, step: StepName, today: Day): Wording {
  const { duty, settings, unknownYear } = scheduled;
  const standing =
    duty.deadline === null
      ? null
      : standingOn(today, duty.deadline, unknownYear === null ? settings.days : 'calendar');
  const sentence = step === 'arrived' || step === 'escalation' ? step : (standing?.when ?? 'arrived');
  const { title, body } = SENTENCES[sentence](partsOf(duty, standing));
  return { title, body: body + unknownYearNote(unknownYear) };
}

function partsOf(duty: Owed, standing: Standing | null): Parts {
  const what = duty.target === null ? UNIT_TERMS[duty.duty] : DUTY_TERMS[duty.duty];
  const deadline = duty.deadline === null ? '' : dayInWords(duty.deadline);
  return {
    what,
    ...subjectIn(duty),
    came: duty.duty === 'staff' ? '' : '已到您处',
    deadline,
    please: pleaseDo(what, deadline, standing),
    days: standing === null ? '' : daysOf(standing),
  };
}

/** Nobody is asked to do something before a day that is past. */
function pleaseDo(what: string, deadline: string, standing: Standing | null): string {
  if (standing === null) return `请${what}。`;
  return standing.when === 'over'
    ? `应于${deadline}前${what}，已逾期 ${daysOf(standing)}，请尽快办理。`
    : `请于${deadline}前${what}。`;
}

const daysOf = ({ days, unit }: Standing): string => `${days} ${unit}`;

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
  if (target !== null) {
    const nobodyCan = owed.duty === 'staff' ? '，没有能办理的在岗人员' : '';
    return { subject: nameOf(owed), where: `${nameOf(owed)}（${unitName}${nobodyCan}）` };
  }
  const nobody = owed.duty === 'staff' ? '没有在岗的经办和审核岗，' : '';
  return {
    subject: `“${name}”（${unitName}）`,
    where: `“${name}”（${unitName}${nobody}还没有起草任何绩效目标）`,
  };
}

const nameOf = ({ name }: { name: string }): string => (name === '' ? '未命名的绩效目标' : `《${name}》`);

function dayInWords(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${year}年${Number(month)}月${Number(date)}日`;
}

const unknownYearNote = (year: number | null): string =>
  year === null ? '' : `（${year}年放假安排尚未收录，本提醒按自然日计算。）`;
