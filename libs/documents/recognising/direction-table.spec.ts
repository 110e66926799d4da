import { formsOf, indicatorsOf } from './sample-text.ts';

describe('专项资金支出方向表', () => {
  const SUMMARY = [
    '2024年区级专项资金预算绩效目标汇总表',
    '序号|专项支出名称|支出方向|资金总额|实施期绩效目标|年度绩效目标',
    '1|水利专项|维修|8.5|长治久安|当年见效',
    '2|道路专项|养护|3|路好走|路更好走',
  ];
  const MATRIX = [
    '2024年区级专项资金支出方向绩效目标表',
    '主管部门|支出方向|所属专项名称|专项实施期|支出方向年度金额|实施期绩效目标|年度绩效目标|绩效指标',
    '|||||||产出指标|效益指标',
    '|||||||数量指标|质量指标|社会效益指标|服务对象满意度指标',
    '水利局|维修|水利专项|2024年-2026年|8.5|长治久安|当年见效|每天巡查不少于2次。保持记录|||满意度达到95%',
    '|加固|水利专项|2024年|2|久安|见效||合格||',
  ];
  const imported = formsOf(...SUMMARY, ...MATRIX);

  it('一行一张表；汇总表里重复的不另算，没有对应方向的自成一张', () => {
    const named = imported.map(({ form }) => (form.kind === 'direction' ? form.direction : ''));
    expect(named).toEqual(['养护', '维修', '加固']);
    expect(imported[1]?.form).toMatchObject({
      fund: '水利专项',
      department: '水利局',
      amount: '8.5',
      implementationPeriod: { from: '2024', to: '2026' },
      periodGoal: '长治久安',
    });
    expect(imported[2]?.form.department).toBe('水利局');
    expect(imported.flatMap((one) => one.unrecognised)).toEqual([]);
  });

  it('一句话一个指标，话是名称，里面的数是值', () => {
    expect(indicatorsOf(imported[1])).toEqual([
      {
        level1: '产出指标',
        level2: '数量指标',
        name: '每天巡查不少于2次',
        operator: '≥',
        value: '2',
        unit: '次',
      },
      { level1: '产出指标', level2: '数量指标', name: '保持记录' },
      {
        level1: '效益指标',
        level2: '服务对象满意度指标',
        name: '满意度达到95%',
        value: '95',
        unit: '%',
      },
    ]);
  });

  it('实施期和本年度并列的指标，一个指标两个值', () => {
    const [one] = formsOf(
      '专项资金名称|水利专项|支出方向|维修',
      '|实施期（2024年-2026年）||||本年度||',
      '绩效指标|一级指标|二级指标|三级指标|指标值|二级指标|三级指标|指标值',
      '|产出指标|数量指标|长度|≥30公里|数量指标|长度|≥10公里',
      '|||座数|3座||座数|1座',
    );
    expect(indicatorsOf(one)).toEqual([
      {
        level1: '产出指标',
        level2: '数量指标',
        name: '长度',
        operator: '≥',
        value: '10',
        unit: '公里',
        periodValue: '≥30公里',
      },
      { level1: '产出指标', level2: '数量指标', name: '座数', value: '1', unit: '座', periodValue: '3座' },
    ]);
  });
});
