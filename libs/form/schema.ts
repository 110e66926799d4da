import Type, { type Static, type TProperties, type TSchema } from 'typebox';

/** Longest text of a field, in UTF-16 code units; the limits stand in the architecture's list of interfaces. */
export const TEXT_LIMIT = 20_000;
/** Most rows a list of a form may have. */
export const ROW_LIMIT = 500;

const strict = { additionalProperties: false } as const;
const fields = <const P extends TProperties>(properties: P) =>
  Type.Partial(Type.Object(properties)).properties;
const record = <const P extends TProperties>(properties: P) => Type.Object(fields(properties), strict);

const Text = Type.String({ minLength: 1, maxLength: TEXT_LIMIT, pattern: '\\S' });
const Short = Type.String({ minLength: 1, maxLength: 1000, pattern: '\\S' });
/** 万元, 0 to 10¹² 元 (10⁸ 万元), at most six places: the last of them is the 分. */
const Amount = Type.String({
  description: '金额（万元），十进制字符串，最多六位小数',
  pattern: '^(?:(?:0|[1-9][0-9]{0,7})(?:\\.[0-9]{1,6})?|100000000(?:\\.0{1,6})?)$',
});
/** Weights in points and payment percentages: a decimal that may be wrong (over 100) but is a number. */
const Decimal = Type.String({
  description: '十进制字符串，最多六位小数',
  pattern: '^(?:0|[1-9][0-9]{0,5})(?:\\.[0-9]{1,6})?$',
});
const Year = Type.Integer({ minimum: 1990, maximum: 2100 });
const RowId = Type.String({ pattern: '^[A-Za-z0-9_-]{1,64}$' });
const Sha256 = Type.String({ pattern: '^[0-9a-f]{64}$' });
const Span = record({ from: Short, to: Short });
/** The operators a target value may have; any other word of the document stays in `operatorText`. */
export const OPERATORS = ['≥', '>', '=', '<', '≤', '早于', '定性'] as const;
/** How a project may be classified on the paper form: 基本建设 (新建/扩建/改建), 行政事业 (采购/修缮/奖励), 其他专项. */
export const CATEGORIES = [
  'capital-new',
  'capital-expansion',
  'capital-renovation',
  'admin-procurement',
  'admin-repair',
  'admin-award',
  'other-special',
] as const;

const Levels = record({
  total: Amount,
  central: Amount,
  province: Amount,
  city: Amount,
  county: Amount,
  fiscal: Amount,
  other: Amount,
});

const IndicatorFields = {
  level1: Short,
  level2: Short,
  name: Text,
  description: Text,
  operator: Type.Enum([...OPERATORS]),
  operatorText: Short,
  value: Text,
  unit: Short,
  periodValue: Text,
  basis: Text,
  explanation: Text,
  scoringRule: Text,
  weight: Decimal,
};

const rowsWith =
  <const I extends TProperties>(id: I) =>
  <const R extends TProperties>(properties: R) =>
    Type.Array(Type.Object({ ...id, ...fields(properties) }, strict), { maxItems: ROW_LIMIT });

const projectFields = {
  name: Short,
  attribute: Type.Enum(['new', 'continuing']),
  period: Span,
  category: Type.Enum([...CATEGORIES]),
  summary: Text,
  basis: Text,
  safeguards: Text,
  purpose: Text,
  exAnteEvaluation: Text,
  funding: record({ thisYear: Levels, lastYear: Levels, estimate: Text }),
};
const overallFields = {
  duties: Text,
  staffing: record({ authorised: Decimal, actual: Decimal }),
  income: record({
    total: Amount,
    publicFinance: Amount,
    governmentFund: Amount,
    nonTax: Amount,
    other: Amount,
  }),
  expenditure: record({ total: Amount, basic: Amount, project: Amount }),
  threePublic: record({ total: Amount, vehicles: Amount, abroad: Amount, reception: Amount }),
};
const directionFields = {
  fund: Short,
  direction: Short,
  implementationPeriod: Span,
  amount: Amount,
  periodGoal: Text,
};

/** The three kinds of form, with the given schema for a row's id and for a person. */
function forms<const I extends TProperties, P extends TSchema>(id: I, person: P) {
  const rows = rowsWith(id);
  const common = fields({
    fiscalYear: Year,
    unitName: Short,
    code: Short,
    department: Short,
    unitHead: person,
    head: person,
    contact: person,
    longTermGoal: Text,
    goals: rows({ text: Text }),
    indicators: rows(IndicatorFields),
    remarks: Text,
    attachments: Type.Array(record({ sha256: Sha256, name: Short }), { maxItems: ROW_LIMIT }),
  });
  const projectRows = fields({
    budgetItems: rows({ name: Text, lastYear: Amount, thisYear: Amount, estimate: Text }),
    paymentPlan: rows({ until: Short, percent: Decimal }),
    schedule: rows({ content: Text, from: Short, to: Short }),
  });
  return {
    project: Type.Object(
      { kind: Type.Literal('project'), ...common, ...fields(projectFields), ...projectRows },
      strict,
    ),
    overall: Type.Object({ kind: Type.Literal('overall'), ...common, ...fields(overallFields) }, strict),
    direction: Type.Object(
      { kind: Type.Literal('direction'), ...common, ...fields(directionFields) },
      strict,
    ),
  };
}

const Person = record({ name: Short, phone: Short });
/** A person as an event holds one: AES-256-GCM under a key of their own that may be erased. */
const SealedPerson = Type.Object({ key: Type.String(), ciphertext: Type.String() }, strict);

/** What units, importers and the API hand in: row ids may be missing, persons are readable. */
export const formSchemas = forms({ id: Type.Optional(RowId) }, Person);
/** What events hold: every row has its id, persons may be sealed. */
export const recordedFormSchemas = forms({ id: RowId }, Type.Union([Person, SealedPerson]));

type Kinds<S extends Record<string, TSchema>> = { [K in keyof S]: Static<S[K]> }[keyof S];
export type FormInput = Kinds<typeof formSchemas>;
export type Form = Kinds<typeof recordedFormSchemas>;
export type ProjectForm = Extract<Form, { kind: 'project' }>;
export type OverallForm = Extract<Form, { kind: 'overall' }>;
export type DirectionForm = Extract<Form, { kind: 'direction' }>;
export type FormKind = Form['kind'];
export type Indicator = NonNullable<Form['indicators']>[number];
export type PersonField = NonNullable<Form['contact']>;
export type Person = Static<typeof Person>;
export type SealedPerson = Static<typeof SealedPerson>;
export type FundingLevels = NonNullable<NonNullable<ProjectForm['funding']>['thisYear']>;
/** The lists whose rows have ids; paths name a row by its id: `/indicators/i3/value`. */
export const ROW_LISTS = ['indicators', 'budgetItems', 'paymentPlan', 'schedule', 'goals'] as const;
export type RowList = (typeof ROW_LISTS)[number];
