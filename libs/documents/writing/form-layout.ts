import type { FormInput, FormKind } from '#form';
import type { Around } from './common-rows.ts';
import { directionLayout } from './direction-layout.ts';
import { INDICATOR_TITLES } from './indicator-layout.ts';
import type { FormLayout } from './layout.ts';
import { overallLayout } from './overall-layout.ts';
import { projectLayout } from './project-layout.ts';

/** What each form is called on paper. */
export const TITLES: Readonly<Record<FormKind, string>> = {
  project: '项目支出预算绩效目标申报表',
  overall: '部门整体支出预算绩效目标申报表',
  direction: '专项资金支出方向绩效目标申报表',
};

/** Where every field of a form stands on its paper, the same for every format. */
export function layoutOf(form: FormInput, around: Around): FormLayout {
  const year = form.fiscalYear === undefined ? '20　　' : String(form.fiscalYear);
  const title = { text: `${year}年度${TITLES[form.kind]}`, path: `${TITLE_PATH}${form.kind}` };
  return { title, ...bodyOf(form, around) };
}

/** The title holds the kind of the form and its year. */
export const TITLE_PATH = '/title/';

function bodyOf(form: FormInput, around: Around): Omit<FormLayout, 'title'> {
  switch (form.kind) {
    case 'project':
      return projectLayout(form, around);
    case 'overall':
      return overallLayout(form, around);
    case 'direction':
      return directionLayout(form, around);
  }
}

const SOMETHING = { name: '甲', phone: '1' };
/** Forms that show the parts which are left out when empty. */
const FULL: Readonly<Record<FormKind, FormInput>> = {
  project: {
    kind: 'project',
    purpose: '甲',
    funding: { thisYear: { fiscal: '1' } },
    schedule: [{}],
    paymentPlan: [{}],
  },
  overall: { kind: 'overall', longTermGoal: '甲' },
  direction: { kind: 'direction', longTermGoal: '甲' },
};

/** Every text that the paper of a kind has printed on it, whatever is filled in. */
export function printOf(kind: FormKind): ReadonlySet<string> {
  const full = { ...FULL[kind], unitHead: SOMETHING, head: SOMETHING, attachments: [{ name: '甲' }] };
  const { tables } = layoutOf(full, { opinions: [], isTemplate: true });
  const cells = tables.flatMap(({ rows }) => rows.flat()).filter(({ path }) => path === undefined);
  return new Set([...cells.map(({ text }) => text), ...INDICATOR_TITLES]);
}
