import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { checkForm, type FormInput } from '#form';
import { importDocument, readDocument, recognise, WRITTEN_FORMATS, writeForm, type Cell } from '#documents';
import { validForm } from './valid-forms.ts';

const CORPUS = join(import.meta.dirname, '../../../shared/corpus');
const FOLDERS = ['declarations', 'overall', 'disclosure', 'directions'];

const readBack = (bytes: Uint8Array): FormInput[] =>
  importDocument({ name: 'a', bytes }).map(({ form }) => form);

describe.each(WRITTEN_FORMATS)('form → %s → form', (format) => {
  it('is equal for any valid form', () => {
    fc.assert(
      fc.property(validForm, (form) => {
        expect(checkForm(form)).toEqual({ form });
        expect(readBack(writeForm(form, format))).toEqual([form]);
      }),
      { numRuns: 150 },
    );
  });

  const corpus = existsSync(CORPUS) ? it : it.skip;
  corpus(`is equal for every form of the corpus${existsSync(CORPUS) ? '' : ' (skipped: no corpus)'}`, () => {
    const forms = FOLDERS.flatMap((folder) =>
      readdirSync(join(CORPUS, folder)).map((file) => join(CORPUS, folder, file)),
    ).flatMap(formsOf);
    expect(forms.length).toBeGreaterThan(100);
    for (const { form, opinions } of forms) {
      const bytes = writeForm(form, format, opinions);
      expect(importDocument({ name: 'a', bytes })).toMatchObject([{ form, opinions, unrecognised: [] }]);
      // Somebody whose office program forgets what our cells say still gets the form back.
      const grids = readDocument({ name: 'a', bytes });
      const bare = grids.map((grid) => ({ ...grid, cells: grid.cells.map(withoutField) }));
      expect(recognise(bare).map((one) => one.form)).toEqual([form]);
    }
  });
});

function withoutField(cell: Cell): Cell {
  const { row, column, rowSpan, columnSpan, text } = cell;
  return { row, column, rowSpan, columnSpan, text };
}

function formsOf(file: string): ReturnType<typeof importDocument> {
  try {
    return importDocument({ name: file, bytes: readFileSync(file) });
  } catch {
    return [];
  }
}
