import { personSheet } from './person-sheet.ts';
import { type Register } from './register.ts';
import { readSheet } from './sheet.ts';
import { unitSheet } from './unit-sheet.ts';

const REGISTER: Register = {
  units: [
    { code: '301', name: '水利局', departmentCode: '301', closed: false },
    { code: '301009', name: '旧站', departmentCode: '301', closed: true },
  ],
  sections: [{ id: 'agriculture', name: '农业农村股', kind: 'business', departments: [] }],
  people: [],
};
const faults = (text: string, sheet = unitSheet) =>
  readSheet(text, sheet, REGISTER).map(({ number, faults: found }) => [number, [...found]]);

describe('从 Excel 粘贴单位', () => {
  it('表头一行不算，部门可以排在它的单位之前一起登记', () =>
    expect(faults('单位编码\t单位名称\t主管部门编码\n501\t林业局\t\n501001\t林场\t501\n')).toEqual([
      [2, []],
      [3, []],
    ]));

  it('逐行逐格说出错误', () =>
    expect(faults('301\t水利局\t\n5 1\t林业局\t\n502\t\t999\n503\t甲\t\n503\t乙\t\n504\t丙\t\t多余')).toEqual(
      [
        [1, [[0, '已经登记']]],
        [2, [[0, '编码只能用字母、数字、点和横线']]],
        [
          3,
          [
            [1, '请填写单位名称'],
            [2, '没有登记这个主管部门'],
          ],
        ],
        [4, []],
        [5, [[0, '与上面的行重复']]],
        [6, [[2, '多出了列，只要 3 列']]],
      ],
    ));
});

describe('从 Excel 粘贴人员', () => {
  it('单位和股室都认得，负责人写“是”', () =>
    expect(faults('张三\tzhangsan\t301\t科员\t\n李四\tlisi\tagriculture\t股长\t是', personSheet)).toEqual([
      [1, []],
      [2, []],
    ]));

  it('撤销的单位、重复的用户名、认不出的写法都指到格', () =>
    expect(faults('张三\tzs\t301009\t科员\t\n李四\tzs\t301\t科员\t也许', personSheet)).toEqual([
      [1, [[2, '没有登记这个单位或股室']]],
      [
        2,
        [
          [1, '与上面的行重复'],
          [4, '请写“是”或留空'],
        ],
      ],
    ]));
});
