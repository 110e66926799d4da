import { checkForm } from '#form';
import { importDocument, UnreadableDocument, type ImportedForm } from './index.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string, year?: number): ImportedForm[] =>
  importDocument({ name: 'a.txt', bytes: bytesOf(text), ...(year !== undefined && { year }) });
const only = (text: string): ImportedForm => {
  const forms = read(text);
  expect(forms).toHaveLength(1);
  expect(checkForm(forms[0]!.form)).toHaveProperty('form');
  return forms[0]!;
};
/** One cell a line: rows parted by `|`, lines of a row by `/`. */
const cells = (...rows: string[]): string =>
  rows
    .map((row) =>
      row
        .split('|')
        .map((cell) => `\t${cell}`)
        .join('\n'),
    )
    .join('\n\n');
const tabbed = (...rows: string[]): string => rows.map((row) => row.replaceAll('|', '\t')).join('\n');

const DISCLOSURE = [
  '农机购置补贴绩效目标表',
  '||单位：万元',
  '项目编码||项目名称|农机购置补贴',
  '预算规模及资金用途|预算数|54|其中：财政资金|50|其他资金|4',
  '|用于补贴农户',
  '资金支出计划（%）|3月底|6月底|10月底|12月底',
  '||50%||100%',
  '绩效目标|目标1|覆盖全县',
  '|目标2|农户满意',
  '一级指标|二级指标|三级指标|绩效指标描述|指标值|指标值确定依据',
  '产出指标|数量\n指标|办理补|办理补贴户数|≥30户|计划',
  '||贴户数|||',
  '|质量指标|合格率|合格率|100%|',
  '|||||上级文件',
  '效果指标|可持续影响|持续|持续|高于去年|计划',
];

describe('项目公开表', () => {
  const { form, places, unrecognised } = only(cells(...DISCLOSURE));

  it('项目名称、资金、用途、支出计划、目标', () => {
    expect(form).toMatchObject({
      kind: 'project',
      name: '农机购置补贴',
      funding: { thisYear: { total: '54', fiscal: '50', other: '4' } },
      purpose: '用于补贴农户',
      goals: [{ text: '覆盖全县' }, { text: '农户满意' }],
      paymentPlan: [
        { until: '--03' },
        { until: '--06', percent: '50' },
        { until: '--10' },
        { until: '--12', percent: '100' },
      ],
    });
    expect(form).not.toHaveProperty('fiscalYear');
    expect(unrecognised).toEqual([]);
  });

  it('拆到两行的单元格接回去，值和单位分开，级别照抄', () => {
    expect(form.indicators).toEqual([
      {
        id: 'i1',
        level1: '产出指标',
        level2: '数量指标',
        name: '办理补贴户数',
        description: '办理补贴户数',
        operator: '≥',
        value: '30',
        unit: '户',
        basis: '计划',
      },
      {
        id: 'i2',
        level1: '产出指标',
        level2: '质量指标',
        name: '合格率',
        description: '合格率',
        value: '100',
        unit: '%',
        basis: '上级文件',
      },
      {
        id: 'i3',
        level1: '效果指标',
        level2: '可持续影响',
        name: '持续',
        description: '持续',
        value: '高于去年',
        basis: '计划',
      },
    ]);
  });

  it('每个值记着出处，把握不大的写明', () => {
    expect(places['/funding/thisYear/total']).toEqual({
      table: 1,
      row: 4,
      column: 3,
      text: '54',
      confidence: 1,
    });
    expect(places['/purpose']?.confidence).toBe(0.8);
    expect(places['/indicators/i2/basis']?.row).toBe(14);
  });

  it('同一份内容换成制表符分隔，读出来一样', () => {
    const same = DISCLOSURE.map((row) => row.replaceAll('\n', ''));
    expect(only(tabbed(...same)).form).toEqual(form);
  });

  it('一个文件有几张表就有几张', () => {
    const second = DISCLOSURE.slice(2).map((row) => row.replace('农机购置补贴', '危房改造'));
    const names = read(cells(...DISCLOSURE, '危房改造', ...second)).map((one) =>
      one.form.kind === 'project' ? one.form.name : '',
    );
    expect(names).toEqual(['农机购置补贴', '危房改造']);
  });
});

describe('拿不准的说出来', () => {
  it('不是金额的预算数列为未识别，不进表', () => {
    const { form, unrecognised } = only(cells('项目名称|甲', '预算数|约二十万', '绩效目标|乙'));
    expect(form).not.toHaveProperty('funding');
    expect(unrecognised).toEqual([{ where: '表1第2行第2列', text: '约二十万' }]);
  });

  it('表外的文字逐行列出', () => {
    const { unrecognised } = only(`${cells('项目名称|甲', '绩效目标|乙')}\n\n\n另有说明若干。`);
    expect(unrecognised).toEqual([{ where: '正文第8行', text: '另有说明若干。' }]);
  });

  it('两处说法不同，后一处列为未识别', () => {
    const { form, unrecognised } = only(cells('项目名称|甲', '预算数|20', '预算金额|30'));
    expect(form).toMatchObject({ funding: { thisYear: { total: '20' } } });
    expect(unrecognised.map(({ text }) => text)).toEqual(['30']);
  });

  it('过长的值不进表，列为未识别', () => {
    const long = '很'.repeat(1001);
    const { form, unrecognised } = only(cells(`项目名称|${long}`, '绩效目标|乙'));
    expect(form).not.toHaveProperty('name');
    expect(unrecognised).toEqual([{ where: '表1第1行第2列', text: long }]);
  });
});

describe('从 Excel 复制的文字', () => {
  it('带引号的单元格可以换行', () => {
    const { form } = only('项目名称\t甲\n绩效目标\t"第一行\n第""二""行"\t\n备注\t无\n');
    expect(form).toMatchObject({ goals: [{ text: '第一行\n第"二"行' }], remarks: '无' });
  });
});

describe('年度', () => {
  it('标题写了按标题，没写用给定的年度', () => {
    const rows = ['项目名称|甲', '绩效目标|乙'];
    expect(read(`2023年度项目支出绩效目标申报表\n${cells(...rows)}`, 2024)[0]?.form.fiscalYear).toBe(2023);
    expect(read(`项目支出绩效目标申报表\n（2024 年度）\n${cells(...rows)}`)[0]?.form.fiscalYear).toBe(2024);
    expect(read(cells(...rows), 2025)[0]?.form.fiscalYear).toBe(2025);
  });
});

describe('unreadable documents', () => {
  it.each([
    ['EmptyDocument', ' \n'],
    ['NoFormFound', '关于预算公开的说明\n一、安排情况\n'],
    ['DocumentBroken', 'PK\u0003\u0004\u0000\u0000'],
    ['PortableDocument', '%PDF-1.7\n\u0000\u0001'],
    ['UnknownFormat', '\u0089PNG\n\u0000\u0001'],
  ])('%s', (code, text) => {
    const reasonOf = (): unknown => {
      try {
        return read(text);
      } catch (error) {
        return error instanceof UnreadableDocument ? error.code : error;
      }
    };
    expect(reasonOf()).toBe(code);
  });

  it('reads GB18030 and UTF-16', () => {
    const utf16 = Buffer.from(`\uFEFF${cells('项目名称|甲', '绩效目标|乙')}`, 'utf16le');
    expect(importDocument({ name: 'a', bytes: utf16 })[0]?.form).toMatchObject({ name: '甲' });
    const gbk = Buffer.from('09cfeec4bfc3fbb3c60a09bcd70a0a09bca8d0a7c4bfb1ea0a09d2d20a', 'hex');
    expect(importDocument({ name: 'a', bytes: gbk })[0]?.form).toMatchObject({ name: '甲' });
  });
});

describe('hostile texts', () => {
  const HEAD = '项目名称\t甲\n';
  it.each([
    ['a quote that is never closed', `${HEAD}a\t"b\n${'\t"'.repeat(20_000)}`],
    ['tags that are never closed', `${HEAD}项目属性\t${'<input '.repeat(20_000)}\n`],
    ['a span of hyphens', `${HEAD}项目起止时间\t${'2023-'.repeat(20_000)}\n`],
    ['a date far from its end', `${HEAD}财政部门审核意见\t2022${' '.repeat(50_000)}x\n`],
    ['a thousand numbers', `${HEAD}绩效目标\t${'1、甲2、乙'.repeat(20_000)}\n`],
  ])('%s is read without trying every way to match it', (_what, text) => {
    expect(read(text).length).toBeGreaterThan(0);
  });
});
