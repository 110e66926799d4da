import { count, object, orNull, text, uuid, type Schema } from './words.ts';

const phrase = object({
  id: uuid,
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
    total: count,
    next: orNull(text),
  }),
};
