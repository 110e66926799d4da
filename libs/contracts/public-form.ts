import { type Form, type FormKind, type Indicator } from '#form';

type Field = string;

/** 公开的是目标本身。《政府信息公开条例》第十五条: whatever names or reaches a person is not among these fields. */
const OF_EVERY_KIND: readonly Field[] = [
  'kind',
  'fiscalYear',
  'unitName',
  'department',
  'code',
  'longTermGoal',
];
const OF_KIND: Readonly<Record<FormKind, readonly Field[]>> = {
  project: ['name', 'attribute', 'period', 'category', 'summary', 'purpose'],
  overall: ['duties', 'income', 'expenditure', 'threePublic'],
  direction: ['fund', 'direction', 'implementationPeriod', 'amount', 'periodGoal'],
};
const OF_INDICATORS: readonly (keyof Indicator)[] = [
  'id',
  'level1',
  'level2',
  'name',
  'operator',
  'operatorText',
  'value',
  'unit',
  'periodValue',
  'explanation',
  'scoringRule',
  'weight',
];

const picked = <T extends object>(from: T, fields: readonly string[]): Partial<T> =>
  Object.fromEntries(
    Object.entries(from).filter(([field, value]) => fields.includes(field) && value !== undefined),
  ) as Partial<T>;

/**
 * What of a form is told to the public: an allow-list, so that a field added later stays inside until somebody decides
 * otherwise. Telephone numbers that somebody typed into a text are left out too.
 */
export function publicForm(form: Form): Form {
  const { goals, indicators } = form;
  const shown = {
    ...picked(form, [...OF_EVERY_KIND, ...OF_KIND[form.kind]]),
    ...(form.kind === 'project' &&
      form.funding?.thisYear && { funding: { thisYear: form.funding.thisYear } }),
    ...(goals && { goals: goals.map((row) => picked(row, ['id', 'text'])) }),
    ...(indicators && { indicators: indicators.map((row) => picked(row, OF_INDICATORS)) }),
  };
  return withoutTelephones(shown) as Form;
}

/** Mobile and area-code numbers as people type them, full-width digits included. */
const TELEPHONE =
  /(?<![\d０-９.])(?:[1１][3-9３-９][\d０-９](?:[-－\s]?[\d０-９]{4}){2}|[(（]?[0０][\d０-９]{2,3}[)）]?[-－—\s]?[\d０-９]{7,8})(?![\d０-９])/gu;
/** Codes of projects are long numbers and no telephones. */
const NO_TEXTS: ReadonlySet<string> = new Set(['id', 'code']);

function withoutTelephones(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(TELEPHONE, '〔电话略〕');
  if (Array.isArray(value)) return value.map(withoutTelephones);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      NO_TEXTS.has(key) ? (one as unknown) : withoutTelephones(one),
    ]),
  );
}
