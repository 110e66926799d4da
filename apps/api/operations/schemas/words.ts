/** What a JSON Schema of a reply is written with. */
export type Schema = Readonly<Record<string, unknown>>;

export const ref = (name: string): Schema => ({ $ref: `#/components/schemas/${name}` });
export const text: Schema = { type: 'string' };
export const uuid: Schema = { type: 'string', format: 'uuid' };
export const moment: Schema = { type: 'string', format: 'date-time' };
export const day: Schema = { type: 'string', format: 'date' };
export const count: Schema = { type: 'integer', minimum: 0 };
export const anything: Schema = { type: 'object' };
export const orNull = (schema: Schema): Schema => ({ oneOf: [schema, { type: 'null' }] });
export const list = (items: Schema): Schema => ({ type: 'array', items });

/** Every property is there but those that are optional. */
export const object = (properties: Record<string, Schema>, optional: readonly string[] = []): Schema => ({
  type: 'object',
  properties,
  required: Object.keys(properties).filter((name) => !optional.includes(name)),
});

export const page = (items: Schema): Schema =>
  object({ items: list(items), total: count, next: orNull(text) });

export const form: Schema = { oneOf: ['ProjectForm', 'OverallForm', 'DirectionForm'].map(ref) };
/** A unit, a department. */
export const office = object({ code: text, name: text });
