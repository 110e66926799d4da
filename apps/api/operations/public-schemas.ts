import { GRADES } from '#domain';

type Schema = Readonly<Record<string, unknown>>;

const text: Schema = { type: 'string' };
const count: Schema = { type: 'integer', minimum: 0 };
const list = (items: Schema): Schema => ({ type: 'array', items });
const object = (properties: Record<string, Schema>, optional: readonly string[] = []): Schema => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
});
const page = (items: Schema): Schema =>
  object({ items: list(items), total: count, next: { oneOf: [text, { type: 'null' }] } });
const office = object({ code: text, name: text });
const form: Schema = {
  oneOf: ['ProjectForm', 'OverallForm', 'DirectionForm'].map((name) => ({
    $ref: `#/components/schemas/${name}`,
  })),
};
const publishedOf = {
  id: { type: 'string', format: 'uuid' },
  kind: { enum: ['project', 'overall', 'direction'] },
  fiscalYear: count,
  unit: office,
  department: office,
  amount: text,
  disclosedOn: { type: 'string', format: 'date' },
  evaluation: object({ total: text, grade: { enum: [...GRADES] } }),
};
const published = object({ ...publishedOf, name: text }, ['name', 'evaluation']);

/** Replies to whoever asks, without a session. */
export const PUBLIC_SCHEMAS: Readonly<Record<string, Schema>> = {
  PublishedDepartments: object({
    items: list(object({ code: text, name: text, years: list(object({ year: count, targets: count })) })),
  }),
  PublishedTargets: page(published),
  PublishedTarget: object({ ...publishedOf, url: text, form }, ['evaluation']),
};
