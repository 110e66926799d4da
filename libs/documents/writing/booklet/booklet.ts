import { Money, type DisclosedForm } from '#form';

/** One target of a booklet: only what the public reads. */
export interface BookletEntry {
  unit: string;
  department: string;
  /** 万元, as granted. */
  amount?: string;
  form: DisclosedForm;
}

/** The disclosure booklet of a department or of a whole campaign. */
export interface Booklet {
  /** The department whose booklet it is; absent where it is that of all. */
  publisher?: string;
  fiscalYear: number;
  /** 2027-02-20: the day on the cover. */
  date: string;
  entries: readonly BookletEntry[];
}

/** A unit's entries under its department, in the order in which they first come. */
export interface BookletGroup {
  department: string;
  entries: readonly (BookletEntry & { anchor: string; number: number })[];
}

/** Groups of departments; numbers and anchors follow the order in which a reader meets the tables. */
export function groupsOf({ entries }: Booklet): BookletGroup[] {
  const byDepartment = grouped(entries, ({ department }) => department);
  let number = 0;
  return [...byDepartment].map(([department, inside]) => ({
    department,
    entries: [...grouped(inside, ({ unit }) => unit).values()].flat().map((entry) => {
      number += 1;
      return { ...entry, number, anchor: `target_${number}` };
    }),
  }));
}

export const BOOKLET_TITLE = '预算绩效目标公开册';
export const titleOf = ({ publisher = '', fiscalYear }: Booklet): string =>
  `${publisher}${fiscalYear}年度${BOOKLET_TITLE}`;

/** What a table is called in the contents and above it. */
export function nameOf({ form, unit }: BookletEntry): string {
  switch (form.kind) {
    case 'project':
      return `${form.name ?? '未命名项目'}绩效目标表`;
    case 'overall':
      return `${unit}整体支出绩效目标表`;
    case 'direction':
      return `${[form.fund, form.direction].filter(Boolean).join('——') || '专项资金'}绩效目标表`;
  }
}

/** 万元 with separators; what is not known is a dash. */
export const amountText = (amount: string | undefined): string =>
  amount === undefined ? '—' : amount.replace(/^\d+/, (whole) => whole.replace(/\B(?=(?:\d{3})+$)/g, ','));

export const sumOf = (entries: readonly BookletEntry[]): string =>
  Money.sum(entries.flatMap(({ amount }) => amount ?? [])).toString();

const KINDS = [
  ['project', '项目支出'],
  ['overall', '部门整体支出'],
  ['direction', '专项资金支出方向'],
] as const;

/** What the booklet comes to, in sentences: how many, how much, by kind, and how its indicators are made up. */
export function narrativeOf(booklet: Booklet): string[] {
  const { entries, fiscalYear, publisher = '共' } = booklet;
  const kinds = KINDS.flatMap(([kind, word]) => {
    const some = entries.filter(({ form }) => form.kind === kind);
    return some.length === 0
      ? []
      : [`${word}绩效目标${some.length}个，涉及预算${amountText(sumOf(some))}万元`];
  });
  const units = new Set(entries.map(({ unit }) => unit)).size;
  const opening = `${fiscalYear}年度，${publisher}公开绩效目标${entries.length}个，涉及${units}个预算单位。`;
  if (entries.length === 0) return [opening];
  return [`${opening}其中：${kinds.join('；')}。`, indicatorSentence(entries)];
}

function indicatorSentence(entries: readonly BookletEntry[]): string {
  const indicators = entries.flatMap(({ form }) => form.indicators ?? []);
  const levels = [...grouped(indicators, ({ level1 = '其他指标' }) => level1)].map(
    ([level, some]) => `${level}${some.length}条`,
  );
  const figures = indicators.filter(({ value = '' }) => /\d/.test(value)).length;
  const share = indicators.length === 0 ? '0' : ((figures * 100) / indicators.length).toFixed(1);
  const parts = levels.length === 0 ? '' : `，其中${levels.join('、')}`;
  return `上述绩效目标共设置绩效指标${indicators.length}条${parts}；以数值衡量的${figures}条，占${share}%。`;
}

/** Values by what they have in common, in the order in which that first comes. */
function grouped<T>(values: readonly T[], keyOf: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}
