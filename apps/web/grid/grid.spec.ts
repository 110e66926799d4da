import { INDICATOR_COLUMNS, type Row } from '../form/index.ts';
import { blockText, parseBlock, tooMuch } from './block.ts';
import { inserted, moved, nextIds, removed } from './rows.ts';
import { cellText, pasted, written } from './writing.ts';

const columns = INDICATOR_COLUMNS.project;
const rules = { columns, letter: 'i' };
const column = (key: string) => columns.find((one) => one.key === key)!;

describe('a block from the clipboard', () => {
  it('has tabs between cells and lines between rows, whatever the line ends', () =>
    expect(parseBlock('产出\t数量\r\n\t质量\r\n')).toEqual([
      ['产出', '数量'],
      ['', '质量'],
    ]));

  it('reads Excel’s quoted cells with lines and quotes of their own', () =>
    expect(parseBlock('"第一行\n第二""行"""\t5\n"未关的引号\t6')).toEqual([
      ['第一行\n第二"行"', '5'],
      ['"未关的引号', '6'],
    ]));

  it('comes back as it was copied', () => {
    const block = [
      ['a\tb', '说“好”'],
      ['多\n行', '"'],
    ];
    expect(parseBlock(blockText(block))).toEqual(block);
  });
});

describe('粘贴到指标表', () => {
  it('超过表能容下的不写入，说明哪一行、怎么办', () => {
    expect(tooMuch('产出指标\t数量指标\n'.repeat(500))).toBeNull();
    expect(tooMuch('产出指标\n'.repeat(501))).toContain('有 501 行，一张表最多 500 行');
    expect(tooMuch('一'.repeat(20_000))).toBeNull();
    expect(tooMuch(`一\n二\t${'长'.repeat(20_001)}`)).toContain('第 2 行有一格超过 20000 字');
    expect(tooMuch('一'.repeat(3_000_000))).toContain('太多，没有写入');
  });

  it('从所在单元格起写入，行不够时添加，编号不与已有的重复', () => {
    const rows: Row[] = [{ id: 'i7', level1: '产出指标', name: '原指标' }];
    const { rows: after, added } = pasted(rows, { row: 0, column: 2 }, [['保洁里程'], ['保洁次数']], rules);
    expect(after).toEqual([
      { id: 'i7', level1: '产出指标', name: '保洁里程' },
      { id: 'i8', name: '保洁次数' },
    ]);
    expect(added).toBe(1);
  });

  it('首行是表头时按列名对应，合并单元格留下的空白随上一行', () => {
    const block = parseBlock(
      '一级指标\t二级指标\t三级指标\t指标值\t备注\t分值（权重）\t权重\n产出指标\t数量指标\t里程\t>=5\t略\t\t10分\n\t\t次数\t3\t\t\t5',
    );
    const { rows } = pasted([], { row: 0, column: 4 }, block, rules);
    expect(rows).toEqual([
      { id: 'i1', level1: '产出指标', level2: '数量指标', name: '里程', value: '>=5', weight: '10' },
      { id: 'i2', level1: '产出指标', level2: '数量指标', name: '次数', value: '3', weight: '5' },
    ]);
  });

  it('表头照各地的写法认：带星号、写作备注的分值；表里没有的栏说出来', () => {
    const block = parseBlock(
      '一级指标\t三级指标\t指标值类型\t*指标值\t*指标解释\t*评（扣）分标准\t备注\n产出指标\t讲话稿\t≥\t50\t起草\t每少1篇扣2分\t10分',
    );
    const { rows, left } = pasted([], { row: 0, column: 0 }, block, rules);
    const scored = { scoringRule: '每少1篇扣2分', weight: '10' };
    expect(rows).toEqual([
      { id: 'i1', level1: '产出指标', name: '讲话稿', operator: '≥', value: '50', ...scored },
    ]);
    expect(left).toEqual(['*指标解释']);
    const remark = parseBlock('三级指标\t指标值\t备注\n讲话稿\t50\t按去年');
    expect(pasted([], { row: 0, column: 0 }, remark, rules)).toMatchObject({
      rows: [{ id: 'i1', name: '讲话稿', value: '50' }],
      left: ['备注'],
    });
  });

  it('指标值类型认得各种写法，认不得的保留原话', () => {
    expect(written({ id: 'i1' }, column('operator'), '大于等于')).toEqual({ id: 'i1', operator: '≥' });
    const odd = written({ id: 'i1', operator: '≥' }, column('operator'), '约');
    expect(odd).toEqual({ id: 'i1', operatorText: '约' });
    expect(cellText(odd, column('operator'))).toBe('约');
    expect(written(odd, column('operator'), '')).toEqual({ id: 'i1' });
  });

  it('分值去掉单位，清空的字段不再保留', () => {
    expect(written({ id: 'i1' }, column('weight'), '10 分')).toEqual({ id: 'i1', weight: '10' });
    expect(written({ id: 'i1', name: '甲' }, column('name'), ' ')).toEqual({ id: 'i1' });
  });
});

describe('rows of a grid', () => {
  const rows: Row[] = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
  const ids = (list: readonly Row[]) => list.map(({ id }) => id).join('');

  it('are inserted, removed and moved', () => {
    expect(ids(inserted(rows, 1, { id: 'x' }))).toBe('axbc');
    expect(ids(removed(rows, 1, 2))).toBe('a');
    expect(ids(moved(rows, 1, -1))).toBe('bac');
    expect(ids(moved(rows, 2, 1))).toBe('abc');
  });

  it('get ids after the highest', () =>
    expect(nextIds([{ id: 'i2' }, { id: 'i10' }, { id: 'x' }], 'i', 2)).toEqual(['i11', 'i12']));
});
