import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { FormInput } from '#form';
import { importDocument } from '../import-document.ts';
import type { ImportedForm } from '../imported-form.ts';
import { WRITTEN_FORMATS, writeForm, writeTemplate } from './write-form.ts';

const FORM: FormInput = {
  kind: 'project',
  fiscalYear: 2024,
  unitName: '望川县水利局',
  name: '小型水库管护',
  attribute: 'continuing',
  category: 'admin-repair',
  period: { from: '2024-01-01', to: '2024-12' },
  summary: '第一行\n第二行',
  funding: { thisYear: { total: '46.50', county: '46.50' } },
  goals: [{ id: 'g1', text: '1、甲 2、乙' }],
  indicators: [
    { id: 'a', level1: '产出指标', level2: '数量指标', name: '座数', operator: '≥', value: '12', unit: '座' },
    { id: 'b', level1: '产出指标', level2: '数量指标', name: '次数', operator: '≥', value: '48', unit: '次' },
    { id: 'c', level1: '效益指标', level2: '社会效益', name: '垮坝', operator: '=', value: '0', unit: '起' },
  ],
};
const read = (bytes: Uint8Array): ImportedForm[] => importDocument({ name: 'a', bytes });
/** The file with a part's text changed, as an office program would. */
const edited = (bytes: Uint8Array, part: string, edit: (xml: string) => string): Uint8Array => {
  const parts = unzipSync(bytes);
  return zipSync({ ...parts, [part]: strToU8(edit(strFromU8(parts[part] ?? new Uint8Array()))) });
};
const partOf = (bytes: Uint8Array, part: string): string =>
  strFromU8(unzipSync(bytes)[part] ?? new Uint8Array());
const BODY = { docx: 'word/document.xml', xlsx: 'xl/worksheets/sheet1.xml' } as const;

describe.each(WRITTEN_FORMATS)('the official paper as %s', (format) => {
  it('reads back as the form and its opinions, each value with its place', () => {
    const opinions = [{ stage: '财政部门审核意见', comment: '同意申报', date: '2023-11-20' }];
    const [found, ...others] = read(writeForm(FORM, format, opinions));
    expect(others).toEqual([]);
    expect(found).toMatchObject({ form: FORM, opinions, unrecognised: [] });
    expect(found?.places['/indicators/b/value']).toMatchObject({ text: '48', confidence: 1 });
    expect(found?.places['/indicators/b/level1']?.row).toBe(found?.places['/indicators/a/level1']?.row);
  });

  it('is the same bytes for the same form', () => {
    expect(writeForm(FORM, format)).toEqual(writeForm(FORM, format));
  });

  it('takes a value that somebody changed in its place', () => {
    const file = edited(writeForm(FORM, format), BODY[format], (xml) => xml.replace('>48<', '>52<'));
    expect(read(file)[0]?.form.indicators?.[1]).toEqual({ ...FORM.indicators?.[1], value: '52' });
  });

  it('is recognised like any other paper once somebody wrote outside of the fields', () => {
    const file = edited(writeForm(FORM, format), BODY[format], (xml) =>
      xml.replace('>项目概况<', '>项目概况（原为三百字）<'),
    );
    const [found] = read(file);
    expect(found?.form).toMatchObject({ kind: 'project', name: '小型水库管护' });
    expect(found?.form.goals).toHaveLength(2);
  });

  it.each(['project', 'overall', 'direction'] as const)('has an empty paper for %s', (kind) => {
    const [found] = read(writeTemplate(kind, format));
    expect(found?.form.kind).toBe(kind);
    expect(found?.form).toEqual({ kind });
    expect(found?.places).toEqual({});
    expect(found?.unrecognised).toEqual([]);
  });

  it('keeps what begins like a formula a text', () => {
    const form: FormInput = {
      kind: 'overall',
      duties: '=HYPERLINK("http://x.example")',
      remarks: '@SUM(A1)',
    };
    const bytes = writeForm(form, format);
    expect(partOf(bytes, BODY[format])).not.toContain('<f>');
    expect(read(bytes)[0]?.form).toEqual(form);
  });

  it('leaves a path alone that leads out of the form', () => {
    const part = 'docProps/custom.xml';
    const file = edited(writeForm(FORM, format), part, (xml) =>
      xml.replace('/summary', '/__proto__/polluted'),
    );
    expect(read(file)[0]?.form).toMatchObject({ name: '小型水库管护' });
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});

describe('layout', () => {
  it('repeats the head of the indicators, merges equal levels and names the fonts', () => {
    const word = writeForm(FORM, 'docx');
    expect(partOf(word, BODY.docx)).toContain('<w:tblHeader/>');
    expect(partOf(word, BODY.docx)).toContain('<w:pgSz w:w="11906" w:h="16838"/>');
    expect(partOf(word, 'word/styles.xml')).toMatch(/仿宋[^]*宋体/);
    const workbook = writeForm(FORM, 'xlsx');
    expect(partOf(workbook, 'xl/workbook.xml')).toMatch(
      /_xlnm\.Print_Titles" localSheetId="0">'申报表'!\$\d+:\$\d+</,
    );
    expect(partOf(workbook, BODY.xlsx)).toContain('paperSize="9" orientation="portrait"');
  });

  it('lays a form on its side when its indicators have many columns', () => {
    expect(partOf(writeTemplate('overall', 'docx'), BODY.docx)).toContain('w:orient="landscape"');
  });
});
