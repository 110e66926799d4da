import type { Indicator } from '#form';
import { screen } from '../index.ts';
import { codesOf, sampleProject, withRow } from '../sample-forms.ts';

const adding = (row: Partial<Indicator>) =>
  sampleProject({
    indicators: [
      ...(sampleProject().indicators ?? []),
      { id: 'i9', level1: '产出指标', level2: '质量指标', name: '考勤', ...row },
    ],
  });

describe('指标值的写法', () => {
  it('比率漏写“%”，给出更正', () => {
    expect(screen(adding({ name: '到课率', operator: '≥', value: '98' }))).toMatchObject([
      { code: 'percent-sign-missing', severity: 'warning', path: '/indicators/i9/unit', fix: { value: '%' } },
    ]);
    expect(codesOf(adding({ name: '到课率', operator: '≥', value: '98', unit: '%' }))).toEqual([]);
  });

  it('数量没有计量单位；名称已含单位的不提', () => {
    expect(codesOf(adding({ level2: '数量指标', name: '预计支持企业', value: '10' }))).toEqual([
      'unit-missing',
    ]);
    expect(codesOf(adding({ level2: '数量指标', name: '支持企业家数', value: '10' }))).toEqual([]);
  });

  it.each([
    [{ level2: '数量指标', value: '全部' }, true],
    [{ level2: '质量指标', value: '已确保' }, true],
    [{ level2: '质量指标', operator: '≥', value: '较好' }, true],
    [{ level2: '质量指标', operatorText: '定量', value: '保持' }, true],
    [{ level2: '质量指标', value: '合格' }, false],
    [{ level2: '质量指标', operator: '定性', value: '有效提高' }, false],
    [{ level1: '效益指标', level2: '社会效益指标', value: '有效促进' }, false],
    [{ level2: '时效指标', value: '全年' }, false],
  ] as const)('%j 含糊与否：%s', (row, isVague) => {
    expect(codesOf(adding({ ...row, name: '培训成效' }))).toEqual(isVague ? ['vague-value'] : []);
  });

  it('类型是定性，指标值却是数', () => {
    expect(codesOf(adding({ name: '学员评价', operator: '定性', value: '95%' }))).toEqual([
      'type-contradicts-value',
    ]);
    expect(codesOf(adding({ name: '学员评价', operator: '定性', value: '2023年12月31日' }))).toEqual([]);
  });

  it('指标值重复名称', () => {
    const row = {
      level1: '效益指标',
      level2: '社会效益指标',
      name: '保障工作正常开展',
      value: '保障工作 正常开展',
    };
    expect(codesOf(adding(row))).toEqual(['value-repeats-name']);
    expect(codesOf(adding({ ...row, value: '运转正常' }))).toEqual([]);
  });

  it('计量单位与名称矛盾', () => {
    expect(codesOf(adding({ level2: '数量指标', name: '行政村个数', value: '100', unit: '%' }))).toEqual([
      'unit-contradicts-name',
    ]);
    expect(codesOf(adding({ level2: '时效指标', name: '办结时限', value: '100', unit: '%' }))).toEqual([
      'unit-contradicts-name',
    ]);
    expect(codesOf(adding({ name: '出错率', operator: '≤', value: '3', unit: '次' }))).toEqual([
      'unit-contradicts-name',
    ]);
    expect(codesOf(adding({ level2: '数量指标', name: '育肥猪保险覆盖率', value: '35', unit: '%' }))).toEqual(
      [],
    );
  });

  it('名称括号里的单位与计量单位不同，比率用了金额单位', () => {
    const rate = { name: '病虫害成灾率（%）', operator: '≤', value: '3' } as const;
    expect(codesOf(adding({ ...rate, unit: '‰' }))).toEqual(['unit-contradicts-name']);
    expect(codesOf(adding({ ...rate, unit: '%' }))).toEqual([]);
    expect(codesOf(adding({ name: '经费控制率', operator: '≤', value: '8', unit: '万元' }))).toEqual([
      'unit-contradicts-name',
    ]);
  });

  it('指标值读不出一个数', () => {
    const row = { level2: '数量指标', name: '培训场次', operator: '≥', unit: '次' } as const;
    expect(codesOf(adding({ ...row, value: '161..66' }))).toEqual(['value-unreadable']);
    expect(codesOf(adding({ ...row, value: '90/100' }))).toEqual(['value-unreadable']);
    expect(codesOf(adding({ ...row, value: '1,161.66' }))).toEqual([]);
  });

  it('各栏错位', () => {
    expect(codesOf(adding({ level2: '数量指标', value: '次', unit: '30' }))).toContain('columns-shifted');
    expect(codesOf(adding({ level2: '时效指标', name: '2023. 01-2023. 12', value: '全年' }))).toEqual([
      'columns-shifted',
    ]);
  });

  it('同一指标出现两次', () => {
    expect(screen(adding({ name: '培训合格率', value: '95', unit: '%' }))).toMatchObject([
      { code: 'duplicate-indicator', severity: 'warning', path: '/indicators/i9/name' },
    ]);
    expect(
      codesOf(adding({ level1: '效益指标', level2: '社会效益指标', name: '完成时限', value: '持续提高' })),
    ).toEqual([]);
    const waste = { level2: '生态效益指标', operator: '定性', name: '废物处理' } as const;
    const both = (explanation: string) => {
      const first = adding({ ...waste, value: '完善', explanation: '完善废物处理和污水监测' });
      const again = { ...waste, id: 'i10', level2: '环境成本指标', value: '加强', explanation };
      return sampleProject({ indicators: [...(first.indicators ?? []), again] });
    };
    expect(codesOf(both('加强废物处理和污水监测'))).toContain('duplicate-indicator');
    expect(codesOf(both('节约一次性用品'))).not.toContain('duplicate-indicator');
    expect(codesOf(withRow('i1', {}))).toEqual([]);
  });
});
