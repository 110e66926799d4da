import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import fc from 'fast-check';
import { fillDocument, importDocument, WRITTEN_FORMATS, writeForm, writeTemplate } from '#documents';
import { checkForm, withRowIds, type FormInput } from '#form';
import { entriesOf } from './zip-entries.ts';
import { textOf, validForm } from './valid-forms.ts';

const fill = (bytes: Uint8Array, form: FormInput): Uint8Array | undefined =>
  fillDocument(
    bytes,
    withRowIds(form, () => ''),
  )?.bytes;
const formIn = (bytes: Uint8Array): FormInput => {
  const [found] = importDocument({ name: 'a', bytes });
  if (!found) throw new Error('no form');
  return found.form;
};
const MAIN = { docx: 'word/document.xml', xlsx: 'xl/worksheets/sheet1.xml' } as const;
const CELL = { docx: /(?=<w:tc>)/, xlsx: /(?=<c )/ } as const;

/** The parts that are not byte for byte the same, packed as they are. */
function partsThatDiffer(before: Uint8Array, after: Uint8Array): string[] {
  const [one, other] = [entriesOf(before), entriesOf(after)];
  expect([...other.keys()]).toEqual([...one.keys()]);
  return [...one].flatMap(([name, record]) => (record.equals(other.get(name) ?? Buffer.of()) ? [] : [name]));
}

/** How many cells of the main part are not the same. */
function cellsThatDiffer(before: Uint8Array, after: Uint8Array, format: 'docx' | 'xlsx'): number {
  const [one = [], other = []] = [before, after].map((bytes) =>
    new TextDecoder().decode(unzipSync(bytes)[MAIN[format]]).split(CELL[format]),
  );
  expect(other).toHaveLength(one.length);
  return one.filter((cell, at) => cell !== other[at]).length;
}

describe.each(WRITTEN_FORMATS)('one value edited in an official %s', (format) => {
  it('changes its cell and no other byte, for any form', () => {
    let asked = 0;
    let filledIn = 0;
    fc.assert(
      fc.property(validForm, textOf(40), fc.nat(), (form, text, which) => {
        const edited = withOneValue(form, text, which);
        if ('issues' in checkForm(edited) || JSON.stringify(edited) === JSON.stringify(form)) return;
        const paper = writeForm(form, format);
        const filled = fill(paper, edited);
        asked += 1;
        // What has no cell on this paper, or none where it would be read back, is written anew.
        if (!filled) return;
        filledIn += 1;
        expect(formIn(filled)).toEqual(edited);
        expect(partsThatDiffer(paper, filled)).toEqual([MAIN[format]]);
        expect(cellsThatDiffer(paper, filled, format)).toBe(1);
      }),
      { numRuns: 60 },
    );
    expect(filledIn / asked).toBeGreaterThan(0.9);
  });

  it('goes back to the same bytes of text when the edit is undone', () => {
    fc.assert(
      fc.property(validForm, (form) => {
        const paper = writeForm({ ...form, unitName: '甲' }, format);
        const there = fill(paper, { ...form, unitName: '乙\n丙' });
        const back = there && fill(there, { ...form, unitName: '甲' });
        expect(back && cellsThatDiffer(paper, back, format)).toBe(0);
      }),
      { numRuns: 20 },
    );
  });

  it('fills an empty template, row by row, as the writer would be read', () => {
    const template = writeTemplate('project', format);
    const form: FormInput = {
      kind: 'project',
      fiscalYear: 2027,
      name: '河道清淤',
      attribute: 'new',
      category: 'admin-repair',
      unitName: '水务局',
      indicators: [
        { id: 'i1', level1: '产出指标', level2: '数量指标', name: '清淤长度', operator: '≥', value: '12' },
        { id: 'i2', level1: '产出指标', level2: '质量指标', name: '验收合格率', operator: '=', value: '100' },
      ],
    };
    const filled = fill(template, form);
    expect(filled && formIn(filled)).toEqual(form);
    expect(filled && partsThatDiffer(template, filled)).toEqual([MAIN[format]]);
  });

  it('touches only the main part of one that another office program has saved', () => {
    const bytes = readFileSync(join(import.meta.dirname, `fixtures/resaved.${format}`));
    const form = { ...formIn(bytes), remarks: '另存以后改过' };
    const filled = fill(bytes, form);
    expect(filled && formIn(filled)).toEqual(form);
    expect(filled && partsThatDiffer(bytes, filled)).toEqual([MAIN[format]]);
  });
});

describe('a paper that cannot hold the form', () => {
  const bytes = writeForm({ kind: 'project', name: '河道清淤' }, 'docx');

  it.each<[string, FormInput]>([
    ['a row more', { kind: 'project', name: '河道清淤', indicators: [{ id: 'i1', name: '长度' }] }],
    ['another kind', { kind: 'overall' }],
    ['a column more', { kind: 'project', name: '河道清淤', attachments: [{ name: '批文' }] }],
  ])('is not filled: %s', (_, form) => {
    expect(fill(bytes, form)).toBeUndefined();
  });

  it('is not filled: none of ours', () => {
    const foreign = readFileSync(join(import.meta.dirname, 'fixtures/project.docx'));
    expect(fill(foreign, formIn(foreign))).toBeUndefined();
  });
});

/** The form with one of its values replaced, or its remarks where it has none. */
function withOneValue(form: FormInput, text: string, which: number): FormInput {
  const edits: FormInput[] = [
    { ...form, remarks: text },
    { ...form, unitName: text },
    { ...form, fiscalYear: 1990 + (which % 100) },
    ...(form.indicators ?? []).map((_, row) => ({
      ...form,
      indicators: form.indicators?.map((one, at) => (at === row ? { ...one, value: text } : one)) ?? [],
    })),
    ...(form.goals ?? []).map((_, row) => ({
      ...form,
      goals: form.goals?.map((one, at) => (at === row ? { ...one, text } : one)) ?? [],
    })),
    ...(form.kind === 'project' ? [{ ...form, summary: text }] : []),
  ];
  return edits[which % edits.length] ?? form;
}
