import { GRADES } from '#domain';
import { count, day, form, list, object, office, page, text, uuid, type Schema } from './words.ts';

const publishedOf = {
  id: uuid,
  kind: { enum: ['project', 'overall', 'direction'] },
  fiscalYear: count,
  unit: office,
  department: office,
  amount: text,
  disclosedOn: day,
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
