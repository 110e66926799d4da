import { begunIn, openDuties, type Queryable } from '#read-models';
import type { Book } from './schedule-of.ts';
import type { Owed, Subjects } from './subject.ts';
import { unitDuties } from './unit-duties.ts';

/** All that is owed about these targets and by these units, or by anybody. */
export async function owedNow(db: Queryable, book: Book, about?: Subjects): Promise<Owed[]> {
  const duties = about?.targets.length === 0 ? [] : await openDuties(db, about?.targets);
  const begun = about?.places.length === 0 ? [] : await begunIn(db, about?.places);
  return [...duties, ...unitDuties(book, begun, about?.places)];
}
