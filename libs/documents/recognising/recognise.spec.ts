import { formsOf, indicatorsOf } from './sample-text.ts';

describe('项目申报表', () => {
  const HEAD = [
    '2024年度某县某局项目支出预算绩效目标申报表',
    '填报单位（盖章）：某县某局  单位负责人：张三',
    '项目基本情况|项目名称|河道清淤|||',
    '|项目属性|新增项目 □||延续项目 √|',
    '|主管部门|某县水利局|项目起止时间|202401-202412|',
    '|项目负责人|李四|联系电话|0000000|',
    '|绩效管理联络员|王五|联系电话|1111111|',
    '|项目类型|1. 基本建设类 □ 其中：新建 □ 扩建 ☑ 改建 □ 2. 其他专项类 □|||',
    '项目资金情况|项目资金申请（万元）|项 目|上年度安排资金|本年度申请资金|',
    '||合 计|1,000|20万元|',
    '||县级资金||20万|',
    '|支出明细预算（万元）|项目|上年度安排资金|本年度申请资金|测算依据及说明',
    '||合 计||20|按合同',
    '||1、清淤|||合同',
    '||2|||',
    '3、护坡||5|',
    '保障项目实施的制度、措施||财务制度|||',
    '项目年度实施进度计划|项目实施内容||开始时间|结束时间|',
    '|清淤||2024. 01. 05|年底|',
  ];
  const INDICATORS = [
    '|项目年度绩效指标|一级指标|二级指标|三级指标|指标值',
    '||产出指标|数量指标|1、长度2、宽度|≥5公里',
    '|一级指标|二级指标|三级指标|指标值|',
    '|效益指标|社会效益|改善|有效|',
    '可持续影响||长期|长期|',
    '财 政 核 审 部 门 意 见||同意申报 2023 年 11 月 5日|||',
  ];
  const [imported] = formsOf(...HEAD, ...INDICATORS);

  it('基本情况', () => {
    expect(imported?.form).toMatchObject({
      kind: 'project',
      fiscalYear: 2024,
      unitName: '某县某局',
      unitHead: { name: '张三' },
      name: '河道清淤',
      attribute: 'continuing',
      category: 'capital-expansion',
      period: { from: '2024-01', to: '2024-12' },
      head: { name: '李四', phone: '0000000' },
      contact: { name: '王五', phone: '1111111' },
      safeguards: '财务制度',
      schedule: [{ content: '清淤', from: '2024-01-05', to: '年底' }],
    });
  });

  it('资金：合计是总额不是明细，缺了前几列的行也归位', () => {
    expect(imported?.form).toMatchObject({
      funding: {
        lastYear: { total: '1000' },
        thisYear: { total: '20', county: '20' },
        estimate: '按合同',
      },
      budgetItems: [
        { id: 'b1', name: '清淤', estimate: '合同' },
        { id: 'b2', name: '护坡', thisYear: '5' },
      ],
    });
    expect(imported?.places['/budgetItems/b2/name']?.confidence).toBe(0.8);
    expect(imported?.unrecognised).toEqual([]);
  });

  it('指标：一格几个就拆成几个，级别由上一格或二级指标补足', () => {
    const five = { operator: '≥', value: '5', unit: '公里' };
    expect(indicatorsOf(imported)).toEqual([
      { level1: '产出指标', level2: '数量指标', name: '长度', ...five },
      { level1: '产出指标', level2: '数量指标', name: '宽度', ...five },
      { level1: '效益指标', level2: '社会效益', name: '改善', value: '有效' },
      { level1: '效益指标', level2: '可持续影响', name: '长期', value: '长期' },
    ]);
  });

  it('竖排的审核意见按字认出', () => {
    expect(imported?.opinions).toEqual([
      { stage: '财政部门审核意见', comment: '同意申报', date: '2023-11-05' },
    ]);
  });
});

describe('金额的单位', () => {
  it('表头写明单位为元，或列名写明，都换算成万元；按年份命名的两列，晚的是本年', () => {
    const [imported] = formsOf(
      '项目名称|河道清淤|',
      '单位：元||',
      '预算数|200000|',
      '资金来源|2023年预算|2024年预算',
      '县级资金|100000|150000',
      '预算明细|测算依据|本年度预算（万元）',
    );
    expect(imported?.form).toMatchObject({
      funding: { lastYear: { county: '10' }, thisYear: { total: '20', county: '15' } },
    });
  });
});

describe('审核意见', () => {
  it.each([
    ['同意。（盖章） 2023年11月5日', { comment: '同意。', date: '2023-11-05' }],
    ['2023 年 11 月 5 日', { date: '2023-11-05' }],
    ['同意        年  月  日', { comment: '同意' }],
  ])('%s', (text, opinion) => {
    const [imported] = formsOf('项目名称|甲', '绩效目标|乙', `业务股室意见|${text}`);
    expect(imported?.opinions).toEqual([{ stage: '业务股室意见', ...opinion }]);
  });

  it('没有人写的框不是意见', () => {
    const [imported] = formsOf('项目名称|甲', '绩效目标|乙', '绩效股意见|（盖章）   年   月   日');
    expect(imported?.opinions).toEqual([]);
    expect(imported?.unrecognised).toEqual([]);
  });
});

describe('部门整体支出表', () => {
  it('收入、支出、三公按列头归位', () => {
    const [imported] = formsOf(
      '2024年度整体支出绩效目标申报表',
      '部门基本信息|预算单位|某局|||',
      '|人员编制数|70人|实有人数|80人|',
      '|单位年度收入预算（万元）||||',
      '|收入合计|公共财政拨款|政府性基金拨款|非税收入拨款|其他拨款',
      '|1520.67|1520.67|||',
      '|支出合计|基本支出||项目支出|',
      '|1520.67|1100.67||420|',
      '|其中|三公经费预算（万元）|||',
      '|合计|公务用车运行和购置费||因公出国（境）费|公务接待费',
      '|13|0||/|13.18',
    );
    expect(imported?.form).toEqual({
      kind: 'overall',
      fiscalYear: 2024,
      unitName: '某局',
      staffing: { authorised: '70', actual: '80' },
      income: { total: '1520.67', publicFinance: '1520.67' },
      expenditure: { total: '1520.67', basic: '1100.67', project: '420' },
      threePublic: { total: '13', vehicles: '0', reception: '13.18' },
    });
    expect(imported?.unrecognised).toEqual([]);
  });

  it('目标表：类型一栏是算子，单位“无”不填，备注里的分值是权重，不适用的列出', () => {
    const [imported] = formsOf(
      '某区2024年某局整体支出绩效目标表|',
      '部门（单位）名称|某局',
      '2024年度总体绩效目标|任务1：甲；任务2、乙',
      '一级指标|二级指标|三级指标|指标值类型|*指标值|计量单位|*指标解释|*评（扣）分标准|备注',
      '产出指标|数量指标|会议|≧|24|次|解释|少1次扣1分|4分',
      '||水平|定性|提升|无|解释|达标得5分|5',
      '|质量指标|满意|定量|98%|-||得分|6',
      '成本指标|社会成本指标|不适用||||||',
      '|生态成本指标|||||||',
    );
    expect(imported?.form.goals).toEqual([
      { id: 'g1', text: '甲；' },
      { id: 'g2', text: '乙' },
    ]);
    const common = { level1: '产出指标', explanation: '解释' };
    expect(indicatorsOf(imported)).toEqual([
      {
        ...common,
        level2: '数量指标',
        name: '会议',
        operator: '≥',
        value: '24',
        unit: '次',
        scoringRule: '少1次扣1分',
        weight: '4',
      },
      {
        ...common,
        level2: '数量指标',
        name: '水平',
        operator: '定性',
        value: '提升',
        scoringRule: '达标得5分',
        weight: '5',
      },
      {
        level1: '产出指标',
        level2: '质量指标',
        name: '满意',
        operatorText: '定量',
        value: '98%',
        scoringRule: '得分',
        weight: '6',
      },
    ]);
    expect(imported?.unrecognised).toEqual([{ where: '表1第8行第3列', text: '不适用' }]);
  });
});
