type Schema = Readonly<Record<string, unknown>>;

const text: Schema = { type: 'string' };
const object = (properties: Record<string, Schema>): Schema => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
});
const phrase = object({
  id: { type: 'string', format: 'uuid' },
  decision: { enum: ['approve', 'return', 'reject'] },
  text,
  isOwn: { type: 'boolean' },
});

/** Replies about people at work: what they often say, and what they approved. */
export const PHRASE_SCHEMAS: Readonly<Record<string, Schema>> = {
  Phrase: phrase,
  Phrases: object({ items: { type: 'array', items: phrase } }),
  Responsibility: object({
    person: object({ user: text, name: text, post: text }),
    items: { type: 'array', items: { type: 'object' } },
    total: { type: 'integer', minimum: 0 },
    next: { oneOf: [text, { type: 'null' }] },
  }),
};
