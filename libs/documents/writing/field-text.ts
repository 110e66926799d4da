import { parseDate, parsePeriod, type ProjectForm, type Span } from '#form';

type Attribute = NonNullable<ProjectForm['attribute']>;
type Category = NonNullable<ProjectForm['category']>;

/** A field whose path ends so stands on the paper exactly as in the form, and is read back without reading into it. */
export const VERBATIM = '!';

const box = (isTicked: boolean): string => (isTicked ? '☑' : '☐');

export function attributeText(attribute: Attribute | undefined): string {
  return `新增项目 ${box(attribute === 'new')}  延续项目 ${box(attribute === 'continuing')}`;
}

const GROUPS: readonly (readonly [string, readonly (readonly [Category, string])[]])[] = [
  [
    '1. 基本建设类',
    [
      ['capital-new', '新建'],
      ['capital-expansion', '扩建'],
      ['capital-renovation', '改建'],
    ],
  ],
  [
    '2. 行政事业类',
    [
      ['admin-procurement', '采购类'],
      ['admin-repair', '修缮类'],
      ['admin-award', '奖励类'],
    ],
  ],
];

/** The boxes of 项目类型; the box of a group is ticked with the one inside it. */
export function categoryText(category: Category | undefined): string {
  const groups = GROUPS.map(([name, kinds]) => {
    const inner = kinds.map(([kind, word]) => `${word} ${box(kind === category)}`).join('  ');
    return `${name} ${box(kinds.some(([kind]) => kind === category))}  其中：${inner}`;
  });
  return [...groups, `3. 其他专项类 ${box(category === 'other-special')}`].join('\n');
}

/** `2023-01-31` → 2023年1月31日; a date that is none stays as written. */
export function dateText(date: string): string {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(date) ?? [];
  if (year === undefined) return date;
  return `${year}年${month === undefined ? '' : `${Number(month)}月`}${day === undefined ? '' : `${Number(day)}日`}`;
}

/** What `dateText` wrote, or what a person wrote in its place. */
export const dateFrom = (text: string): string => parseDate(text) ?? text;

export const periodText = ({ from = '', to = '' }: Partial<Span>): string =>
  to === '' || to === from ? dateText(from) : `${dateText(from)}至${dateText(to)}`;

export function periodFrom(text: string): Partial<Span> {
  const [from = '', to, ...more] = text.split('至');
  if (to === undefined || more.length > 0) return parsePeriod(text) ?? { from: text };
  const read = parsePeriod(text);
  if (read && dateText(read.from) === from && dateText(read.to) === to) return read;
  return { ...(from !== '' && { from: dateFrom(from) }), ...(to !== '' && { to: dateFrom(to) }) };
}

/** `--03` → 3月底, `2023-03-31` → 2023年3月底. */
export function untilText(until: string): string {
  const [, year, month] = /^(?:(\d{4})|-)-(\d\d)(?:-\d\d)?$/.exec(until) ?? [];
  return month === undefined ? until : `${year === undefined ? '' : `${year}年`}${Number(month)}月底`;
}

/** The path and text of a field that has a way to be written of its own; verbatim where that would not be read back. */
export function written<V>(
  path: string,
  given: V | undefined,
  { print, parse }: { print: (given: V) => string; parse: (text: string) => V },
): { path: string; text: string } {
  if (given === undefined) return { path, text: '' };
  const text = print(given);
  const isReadBack = JSON.stringify(parse(text)) === JSON.stringify(given);
  return isReadBack ? { path, text } : { path: path + VERBATIM, text: String(given) };
}
