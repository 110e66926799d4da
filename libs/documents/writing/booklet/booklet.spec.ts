import { readDocument } from '../../reading/read-document.ts';
import type { BookletEntry } from './booklet.ts';
import { writeBooklet } from './write-booklet.ts';

const person = { name: '沈文静', phone: '13900000001' };
const entryOf = (name: string, unit = '河道管理站'): BookletEntry => {
  const form = {
    kind: 'project' as const,
    name,
    head: person,
    indicators: [
      {
        id: 'i1',
        level1: '产出指标',
        level2: '数量指标',
        name: '里程',
        operator: '≥' as const,
        value: '128',
      },
      { id: 'i2', level1: '产出指标', level2: '质量指标', name: '合格', value: '全部合格' },
    ],
  };
  return { unit, department: '水利局', amount: '1234.5', form };
};
const booklet = {
  publisher: '水利局',
  fiscalYear: 2027,
  date: '2027-02-20',
  entries: [entryOf('保洁<一>'), entryOf('养护', '水利局'), entryOf('清淤')],
};
const page = (): string => new TextDecoder().decode(writeBooklet(booklet, 'html'));

describe('公开册', () => {
  it('写明个数、金额和指标构成', () => {
    expect(page()).toContain(
      '水利局公开绩效目标3个，涉及2个预算单位。其中：项目支出绩效目标3个，涉及预算3,703.5万元',
    );
    expect(page()).toContain('绩效指标6条，其中产出指标6条；以数值衡量的3条，占50.0%');
  });

  it('即使表中有姓名和电话，也不写出', () => {
    expect(page()).not.toMatch(/沈文静|13900000001/);
  });

  it('目录逐项指向正文，同一单位的排在一起', () => {
    const links = [...page().matchAll(/href="#(target_\d)">([^<]*)/g)].map(([, to, text]) => [to, text]);
    expect(links).toEqual([
      ['target_1', '保洁&lt;一&gt;绩效目标表'],
      ['target_2', '清淤绩效目标表'],
      ['target_3', '养护绩效目标表'],
    ]);
    for (const [to] of links) expect(page()).toContain(`id="${to}"`);
  });

  it('表头是表头，页面只用自己的样式', () => {
    expect(page()).toMatch(/<th scope="col"[^>]*>三级指标<\/th>/);
    expect(page()).toMatch(/<th scope="row"[^>]*>项目名称<\/th>/);
    expect(page()).not.toMatch(/<script|https?:\/\//);
  });

  it('Word 文件可以读回每一张表，两次生成完全相同', () => {
    const bytes = writeBooklet(booklet, 'docx');
    const text = readDocument({ name: 'a', bytes }).flatMap(({ cells }) => cells.map((cell) => cell.text));
    for (const part of ['保洁<一>', '清淤', '养护', '1234.5']) expect(text).toContain(part);
    expect(writeBooklet(booklet, 'docx')).toEqual(bytes);
  });
});
