import { csvOf } from './csv.ts';

const cell = (value: string | number): string =>
  csvOf({ name: '', heads: ['列'], rows: [[value]] }).split('\r\n')[1] ?? '';

describe('导出表格', () => {
  it('标明编码，Excel 打开不乱码', () =>
    expect(csvOf({ name: '进度', heads: ['部门', '个数'], rows: [['水利局', 3]] })).toBe(
      '\uFEFF部门,个数\r\n水利局,3\r\n',
    ));

  it.each(['=HYPERLINK("http://x")', '+1+1', '-2+3', '@SUM(A1)', '\tx', '＝1'])(
    '会被当作公式的内容只作文字：%s',
    (text) => expect(cell(text).replace(/^"/u, '')).toMatch(/^'/u),
  );

  it('负数仍是数', () => expect(cell('-12.5')).toBe('-12.5'));

  it('有逗号、引号、换行的加引号', () => expect(cell('甲,"乙"\n丙')).toBe('"甲,""乙""\n丙"'));
});
