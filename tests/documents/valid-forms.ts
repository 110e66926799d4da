import fc from 'fast-check';
import type { FormInput, FormKind } from '#form';

/**
 * Texts that a form may hold and XML can: no control characters, no carriage return, which Office reads as a line end.
 */
const signs = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      ...Array.from('绩效目标项目名称合计一级指标：、。（）①1.5%≥ \t\n=+-@<&>"\'_x0041_☑□√'),
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }) },
);
const isXml = (text: string): boolean =>
  /^[\t\n\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u.test(text);
/** A text of up to so many signs. */
export const textOf = (longest: number): fc.Arbitrary<string> =>
  fc
    .array(signs, { minLength: 1, maxLength: longest })
    .map((parts) => parts.join(''))
    .filter((whole) => /\S/.test(whole) && isXml(whole));
const text = textOf(40);
const amount = fc
  .tuple(fc.nat(99_999_999), fc.constantFrom('', '.5', '.50', '.000001', '.123456'))
  .map(([whole, fraction]) => `${whole}${fraction}`);
const decimal = fc
  .tuple(fc.nat(999_999), fc.constantFrom('', '.5', '.05'))
  .map(([whole, fraction]) => `${whole}${fraction}`);
const date = fc.oneof(
  fc.constantFrom('2023', '2023-01', '2024-02-29', '2023年1月至12月', '长期', '2023年3月底', '3月底'),
  text,
);
const until = fc.oneof(
  fc.constantFrom('--03', '--12', '2023-03-31', '2024-02-29', '3月底', '第一季度'),
  text,
);

/** Some of the fields; a record without any is left out by whoever holds it. */
type Fields = Record<string, fc.Arbitrary<unknown>>;
const some = (fields: Fields) => fc.record(fields, { requiredKeys: [] });
const filled = (fields: Fields) => some(fields).filter((record) => Object.keys(record).length > 0);
const ids = fc.uniqueArray(fc.oneof(fc.uuid(), fc.stringMatching(/^[A-Za-z0-9_-]{1,12}$/)), {
  minLength: 1,
  maxLength: 6,
});
const rows = (fields: Fields) =>
  ids.chain((names) => fc.tuple(...names.map((id) => filled(fields).map((row) => ({ id, ...row })))));

const person = filled({ name: text, phone: text });
const level = fc.constantFrom('产出指标', '效益指标', '自定义 指标');
const indicators = rows({
  level1: level,
  level2: fc.oneof(fc.constantFrom('数量指标', '质量指标'), text),
  name: text,
  description: text,
  operator: fc.constantFrom('≥', '>', '=', '<', '≤', '早于', '定性'),
  operatorText: text,
  value: text,
  unit: text,
  periodValue: text,
  basis: text,
  explanation: text,
  scoringRule: text,
  weight: decimal,
});
const common = {
  fiscalYear: fc.integer({ min: 1990, max: 2100 }),
  unitName: text,
  code: text,
  department: text,
  unitHead: person,
  head: person,
  contact: person,
  longTermGoal: text,
  goals: rows({ text }),
  indicators,
  remarks: text,
  attachments: fc.array(fc.record({ sha256: fc.stringMatching(/^[0-9a-f]{64}$/), name: text }), {
    minLength: 1,
    maxLength: 3,
  }),
};
const levels = filled({
  total: amount,
  central: amount,
  province: amount,
  city: amount,
  county: amount,
  fiscal: amount,
  other: amount,
});
const span = filled({ from: date, to: date });

const KINDS: Readonly<Record<FormKind, Record<string, fc.Arbitrary<unknown>>>> = {
  project: {
    name: text,
    attribute: fc.constantFrom('new', 'continuing'),
    period: span,
    category: fc.constantFrom(
      'capital-new',
      'capital-renovation',
      'admin-repair',
      'admin-award',
      'other-special',
    ),
    summary: text,
    basis: text,
    safeguards: text,
    purpose: text,
    exAnteEvaluation: text,
    funding: filled({ thisYear: levels, lastYear: levels, estimate: text }),
    budgetItems: rows({ name: text, lastYear: amount, thisYear: amount, estimate: text }),
    paymentPlan: rows({ until, percent: decimal }),
    schedule: rows({ content: text, from: date, to: date }),
  },
  overall: {
    duties: text,
    staffing: filled({ authorised: decimal, actual: decimal }),
    income: filled({
      total: amount,
      publicFinance: amount,
      governmentFund: amount,
      nonTax: amount,
      other: amount,
    }),
    expenditure: filled({ total: amount, basic: amount, project: amount }),
    threePublic: filled({ total: amount, vehicles: amount, abroad: amount, reception: amount }),
  },
  direction: { fund: text, direction: text, implementationPeriod: span, amount, periodGoal: text },
};

/** Any form of the right shape, however little sense it makes; rows without content are left out. */
export const validForm: fc.Arbitrary<FormInput> = fc
  .constantFrom<FormKind>('project', 'overall', 'direction')
  .chain((kind) => some({ ...common, ...KINDS[kind] }).map((fields) => ({ kind, ...fields })));
