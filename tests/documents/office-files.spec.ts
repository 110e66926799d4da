import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { importFile, type ImportedForm } from '#documents';

const FIXTURES = join(import.meta.dirname, 'fixtures');
const pathOf = (base: string, format: string): string => join(FIXTURES, `${base}.${format}`);
/** The name says nothing of the format: only the content does. */
const read = (base: string, format: string): Promise<ImportedForm[]> =>
  importFile({ name: 'x', bytes: readFileSync(pathOf(base, format)) });

/** Each was written as HTML and converted by LibreOffice, an independent producer. */
const FILES: readonly (readonly [string, readonly string[]])[] = [
  ['project', ['docx', 'xlsx', 'xls']],
  ['overall', ['docx', 'xlsx', 'xls']],
  ['disclosure-pair', ['docx', 'xlsx', 'xls']],
  ['nested', ['docx']],
];

describe('files of an independent producer', () => {
  it.each(FILES.flatMap(([base, formats]) => formats.map((format) => [base, format] as const)))(
    '%s.%s gives the forms of the page that it came from',
    async (base, format) => {
      const expected = await read(base, 'html');
      const found = await read(base, format);
      expect(found.map(({ form }) => form)).toEqual(expected.map(({ form }) => form));
      expect(found.map(({ opinions }) => opinions)).toEqual(expected.map(({ opinions }) => opinions));
      expect(found.flatMap(({ unrecognised }) => unrecognised)).toEqual([]);
      expect(statSync(pathOf(base, format)).size).toBeLessThan(50_000);
    },
  );

  it.each(['docx', 'xlsx'])(
    'resaved.%s, our own paper saved again by LibreOffice, is still read field by field',
    async (format) => {
      const [expected] = await read('project', 'html');
      const [found] = await read('resaved', format);
      expect(found?.form).toEqual(expected?.form);
      expect(found?.opinions).toEqual(expected?.opinions);
      expect(Object.values(found?.places ?? {}).every(({ confidence }) => confidence === 1)).toBe(true);
    },
  );

  it('申报表：基本情况、资金、进度、目标、意见', async () => {
    const [found] = await read('project', 'docx');
    expect(found?.form).toMatchObject({
      kind: 'project',
      fiscalYear: 2024,
      unitName: '望川县水利局',
      attribute: 'continuing',
      category: 'other-special',
      period: { from: '2024-01', to: '2024-12' },
      funding: { thisYear: { total: '46.5', province: '12', county: '34.5' } },
      budgetItems: [
        { name: '巡查人员补助', lastYear: '28', thisYear: '30', estimate: '12人，每人每年2.5万元' },
        { name: '设备维护', lastYear: '12', thisYear: '16.5', estimate: '合同' },
      ],
      schedule: [
        { content: '汛前检查', from: '2024-02', to: '2024-03' },
        { content: '日常巡查', from: '2024-01', to: '2024-12' },
      ],
      goals: [{ text: '完成全部水库巡查' }, { text: '及时处置隐患' }],
    });
    expect(found?.form.indicators).toHaveLength(7);
    expect(found?.form.indicators?.[1]).toMatchObject({ level2: '数量指标', value: '每月至少4次' });
    expect(found?.opinions).toEqual([{ stage: '财政部门审核意见', comment: '同意申报', date: '2023-11-20' }]);
    expect(found?.places['/name']).toMatchObject({ table: 1, row: 1, column: 3, confidence: 1 });
  });

  it('嵌套的指标表，前后的栏目都还在', async () => {
    const [found] = await read('nested', 'docx');
    expect(found?.form).toMatchObject({ summary: '馆藏档案扫描\n并建立目录', remarks: '分两年实施' });
    expect(found?.form.indicators).toHaveLength(2);
  });
});
