import { type Section } from '#domain/directory';

/** 望川县 is invented, like everybody and everything in it. */
export interface DemoDepartment {
  code: string;
  name: string;
  section: string;
  /** Units below it; the department itself is a budget unit too (部门本级). */
  units: readonly string[];
  duties: string;
  projects: readonly DemoProject[];
}

/** 三级指标, 二级指标, 类型 and 指标值, 计量单位; the points are shared out when the form is made. */
export type DemoIndicator = readonly [
  level2: string,
  name: string,
  operator: '≥' | '=' | '≤' | '定性',
  value: string,
  unit: string,
];

export interface DemoProject {
  name: string;
  purpose: string;
  basis: string;
  /** 万元 */
  total: number;
  /** 支出明细: what for, and how much of the total in 万元. */
  items: readonly (readonly [name: string, amount: number])[];
  indicators: readonly DemoIndicator[];
}

export const SECTIONS: readonly Omit<Section, 'departments'>[] = [
  { id: 'agriculture', name: '农业农村股', kind: 'business' },
  { id: 'public-services', name: '科教社保股', kind: 'business' },
  { id: 'performance', name: '绩效管理股', kind: 'performance' },
  // Seats of those who review no department's targets: their rights come from their roles.
  { id: 'leaders', name: '局领导', kind: 'business' },
  { id: 'audit', name: '县审计局', kind: 'business' },
  { id: 'information', name: '信息中心', kind: 'business' },
  { id: 'office', name: '办公室', kind: 'business' },
];

export const satisfied = (who: string, value = '90'): DemoIndicator => [
  '服务对象满意度指标',
  `${who}满意度`,
  '≥',
  value,
  '%',
];
export const onTime = (what: string): DemoIndicator => ['时效指标', `${what}按期完成率`, '=', '100', '%'];
const within = (what: string, amount: number): DemoIndicator => [
  '经济成本指标',
  `${what}总成本`,
  '≤',
  String(amount),
  '万元',
];

/** A project whose cost indicator follows from its total. */
export const project = (
  [name, total]: readonly [string, number],
  [purpose, basis]: readonly [string, string],
  items: DemoProject['items'],
  indicators: readonly DemoIndicator[],
): DemoProject => ({ name, total, purpose, basis, items, indicators: [...indicators, within(name, total)] });

export const WATER: DemoDepartment = {
  code: '301',
  name: '望川县水利局',
  section: 'agriculture',
  units: ['望川县河道管理站', '望川县农村供水服务中心', '望川县水库移民站'],
  duties: '负责全县水资源管理、河湖保护、防汛抗旱、农村供水和水利工程建设与运行管理。',
  projects: [
    project(
      ['河道日常保洁', 86.4],
      [
        '对望川河及 6 条支流开展日常保洁，清除漂浮物和岸线垃圾，保持水面清洁。',
        '《望川县河道保洁管理办法》及年度河长制工作方案',
      ],
      [
        ['保洁人员劳务', 60],
        ['船只与工具维护', 26.4],
      ],
      [
        ['数量指标', '保洁河道里程', '≥', '128', '公里'],
        ['数量指标', '集中清理行动次数', '≥', '12', '次'],
        ['质量指标', '月度检查合格率', '≥', '95', '%'],
        onTime('月度保洁任务'),
        ['生态效益指标', '河道断面水质达标率', '≥', '90', '%'],
        satisfied('沿河居民'),
      ],
    ),
    project(
      ['农村饮水安全工程维修养护', 152],
      [
        '对全县 46 处集中供水工程开展维修养护和水质检测，保障农村居民饮水安全。',
        '省农村饮水工程维修养护管理规定',
      ],
      [
        ['管网与设备维修', 112],
        ['水质检测', 40],
      ],
      [
        ['数量指标', '维修养护供水工程', '≥', '46', '处'],
        ['数量指标', '水质检测样次', '≥', '184', '次'],
        ['质量指标', '水质检测合格率', '≥', '95', '%'],
        onTime('维修养护任务'),
        ['社会效益指标', '受益农村人口', '≥', '8.2', '万人'],
        satisfied('用水户'),
      ],
    ),
    project(
      ['小型水库安全巡查', 45],
      ['落实 31 座小型水库巡查值守和雨水情监测，确保安全度汛。', '小型水库安全管理办法'],
      [
        ['巡查员补助', 37.2],
        ['监测设施维护', 7.8],
      ],
      [
        ['数量指标', '巡查水库数量', '=', '31', '座'],
        ['质量指标', '隐患整改率', '=', '100', '%'],
        onTime('汛前检查'),
        ['社会效益指标', '水库安全责任事故', '=', '0', '起'],
        satisfied('库区群众'),
      ],
    ),
  ],
};

export const FARMING: DemoDepartment = {
  code: '302',
  name: '望川县农业农村局',
  section: 'agriculture',
  units: ['望川县农业技术推广中心', '望川县动物疫病预防控制中心'],
  duties: '统筹全县农业农村发展，负责粮食生产、农产品质量安全、动物防疫和农村人居环境工作。',
  projects: [
    project(
      ['水稻绿色防控示范', 98],
      ['建设水稻病虫害绿色防控示范区，减少化学农药使用。', '全县粮食生产实施方案'],
      [
        ['杀虫灯与诱捕器', 58],
        ['技术指导与培训', 40],
      ],
      [
        ['数量指标', '示范区面积', '≥', '6000', '亩'],
        ['数量指标', '技术培训人次', '≥', '800', '人次'],
        ['质量指标', '示范区病虫害损失率', '≤', '5', '%'],
        onTime('示范任务'),
        ['生态效益指标', '农药使用减量率', '≥', '10', '%'],
        satisfied('示范农户'),
      ],
    ),
    project(
      ['重大动物疫病强制免疫', 120.5],
      ['开展春秋两季重大动物疫病强制免疫和抗体监测。', '动物防疫法及年度强制免疫计划'],
      [
        ['疫苗与冷链', 80.5],
        ['防疫员劳务', 40],
      ],
      [
        ['数量指标', '免疫畜禽数量', '≥', '42', '万头（羽）'],
        ['质量指标', '免疫抗体合格率', '≥', '70', '%'],
        onTime('春秋两防'),
        ['社会效益指标', '重大动物疫情', '=', '0', '起'],
        satisfied('养殖户'),
      ],
    ),
    project(
      ['农产品质量安全监测', 36],
      ['对生产基地、合作社的农产品开展定量检测和快速检测。', '农产品质量安全法'],
      [
        ['定量检测委托', 24],
        ['快检耗材', 12],
      ],
      [
        ['数量指标', '定量检测批次', '≥', '200', '批次'],
        ['数量指标', '快速检测批次', '≥', '3000', '批次'],
        ['质量指标', '监测合格率', '≥', '98', '%'],
        onTime('监测任务'),
        ['社会效益指标', '不合格产品处置率', '=', '100', '%'],
        satisfied('消费者', '85'),
      ],
    ),
  ],
};
