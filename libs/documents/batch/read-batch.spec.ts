import { readDocument } from '../reading/read-document.ts';
import { writeTables } from '../writing/table-workbook.ts';
import { writeBatchTemplate } from './batch-template.ts';
import { INDICATOR_COLUMNS, TARGET_COLUMNS } from './columns.ts';
import { MOST_TARGETS, readBatch, type Batch } from './read-batch.ts';

type Line = Readonly<Record<string, string>>;
const GOOD: Line = {
  序号: '1',
  单位编码: '301001',
  项目名称: '河道保洁',
  本年度资金合计: '86.4',
  年度绩效目标: '1. 河面清洁\n2. 群众满意',
};
const INDICATOR: Line = {
  项目序号: '1',
  一级指标: '产出指标',
  二级指标: '数量指标',
  三级指标: '里程',
  指标值: '128',
};

const workbookOf = (targets: readonly Line[], indicators: readonly Line[] = []): Uint8Array =>
  writeTables(
    [['项目', TARGET_COLUMNS, targets] as const, ['绩效指标', INDICATOR_COLUMNS, indicators] as const].map(
      ([name, columns, lines]) => ({
        name,
        columns: columns.map(({ title }) => ({ title, width: 10 })),
        rows: lines.map((line) => columns.map(({ title }) => line[title] ?? '')),
      }),
    ),
  );
const read = (targets: readonly Line[], indicators: readonly Line[] = []): Batch | undefined =>
  readBatch(readDocument({ name: 'a.xlsx', bytes: workbookOf(targets, indicators) }));

describe('批量导入的工作簿', () => {
  it('一行一个目标，指标按序号归到各行', () => {
    const more = { 开始时间: '2027/1/1', 项目属性: '延续', '3月底支出进度': '25%', 项目负责人: '韩志远' };
    const found = read(
      [
        { ...GOOD, ...more },
        { ...GOOD, 序号: '2', 项目名称: '水库管护', 本年度资金合计: '20万元' },
      ],
      [
        { ...INDICATOR, 指标值类型: '>=', 计量单位: '公里', 分值: '10' },
        { ...INDICATOR, 项目序号: '2' },
      ],
    );
    expect(found?.errors).toEqual([]);
    expect(found?.rows.map(({ row, number, unitCode }) => [row, number, unitCode])).toEqual([
      [2, '1', '301001'],
      [3, '2', '301001'],
    ]);
    expect(found?.rows[0]?.form).toEqual({
      kind: 'project',
      name: '河道保洁',
      attribute: 'continuing',
      period: { from: '2027-01-01' },
      head: { name: '韩志远' },
      funding: { thisYear: { total: '86.4' } },
      paymentPlan: [{ until: '--03', percent: '25' }],
      goals: [{ text: '河面清洁' }, { text: '群众满意' }],
      indicators: [
        {
          level1: '产出指标',
          level2: '数量指标',
          name: '里程',
          operator: '≥',
          value: '128',
          unit: '公里',
          weight: '10',
        },
      ],
    });
    expect(found?.rows[1]?.form).toMatchObject({ funding: { thisYear: { total: '20' } } });
  });

  it('每一处错误指出工作表、行和单元格；其他行照常', () => {
    const found = read(
      [
        { ...GOOD, 本年度资金合计: '十二万', 开始时间: '明年' },
        { ...GOOD, 序号: '2', 项目名称: '' },
        { ...GOOD, 序号: '3' },
        GOOD,
      ],
      [
        { ...INDICATOR, 项目序号: '3', 指标值类型: '大概' },
        { ...INDICATOR, 项目序号: '9' },
      ],
    );
    const faults = found?.rows.flatMap(({ errors }) => errors.map(({ sheet, cell }) => `${sheet}!${cell}`));
    expect(faults).toEqual(['项目!F2', '项目!Q2', '项目!C3', '绩效指标!E2', '项目!A5']);
    expect(found?.rows.map(({ form }) => form !== undefined)).toEqual([false, false, false, false]);
    expect(found?.rows[0]?.errors[1]?.message).toBe(
      '“本年度资金合计”的“十二万”读不出来，应填：金额，单位万元，如 12.5',
    );
    expect(found?.errors).toMatchObject([{ sheet: '绩效指标', cell: 'A3' }]);
    expect(found?.errors[0]?.message).toBe('“项目”表中没有序号为“9”的行');
  });

  it('栏目的次序随意，多出的栏目会说明', () => {
    const rows = [['河道保洁', '301001', '86.4', '河面清洁', '7', '领导很重视']];
    const columns = ['项目名称*', '单位编码', '本年度资金合计（万元）', '年度绩效目标', '序号', '备注栏'];
    const bytes = writeTables([
      { name: 'x', title: '望川县', columns: columns.map((title) => ({ title, width: 9 })), rows },
    ]);
    const found = readBatch(readDocument({ name: 'a', bytes }));
    expect(found?.rows).toMatchObject([{ row: 3, number: '7', errors: [], form: { name: '河道保洁' } }]);
    expect(found?.errors).toEqual([
      {
        sheet: '项目',
        row: 2,
        column: 6,
        cell: 'F2',
        message: '认不出“备注栏”这一栏，没有读取，请使用模板中的栏目',
      },
    ]);
  });

  it('空模板、过多的行各有一句话，别的文件不是批量表', () => {
    const template = readDocument({ name: 'a', bytes: writeBatchTemplate() });
    expect(() => readBatch(template)).toThrow('没有填写任何项目');
    const many = Array.from({ length: MOST_TARGETS + 1 }, (_, at) => ({ ...GOOD, 序号: String(at) }));
    expect(() => read(many)).toThrow('最多 500 个目标');
    expect(readBatch([{ table: 1, cells: [] }])).toBeUndefined();
  });

  it('过长的文字指到它的单元格', () => {
    const found = read([{ ...GOOD, 项目名称: '长'.repeat(1001) }]);
    expect(found?.rows[0]?.errors).toMatchObject([{ cell: 'C2' }]);
    expect(found?.rows[0]?.form).toBeUndefined();
  });
});
