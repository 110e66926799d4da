import { disclosedForm } from '#form';
import { type Booklet } from './booklet.ts';
import { pageBooklet } from './page-booklet.ts';
import { wordBooklet } from './word-booklet.ts';

/** The formats of a disclosure booklet: to be printed, and to be put on a site. */
export const BOOKLET_FORMATS = ['docx', 'html'] as const;
export type BookletFormat = (typeof BOOKLET_FORMATS)[number];

/** Whatever a caller hands in, only the fields of the allow-list are written. */
const published = (booklet: Booklet): Booklet => ({
  ...booklet,
  entries: booklet.entries.map((entry) => ({ ...entry, form: disclosedForm(entry.form) })),
});

/** The disclosure booklet; the same targets give the same bytes. */
export function writeBooklet(booklet: Booklet, format: BookletFormat): Uint8Array {
  switch (format) {
    case 'docx':
      return wordBooklet(published(booklet));
    case 'html':
      return new TextEncoder().encode(pageBooklet(published(booklet)));
  }
}
