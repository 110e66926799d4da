import { compact } from '../titles.ts';

/**
 * What the words beside a value say it is, by the names papers use. Patterns are matched whole against the
 * label without white space, full-width signs, leading numbers, 其中 and unit notes.
 */
const FIELDS = {
  unitName:
    '(?:填报|申报|编报|报送|实施|项目实施|承担|项目)单位(?:名称)?|(?:部门|单位)\\((?:部门|单位)\\)(?:名称)?|(?:预算)?部门名称|单位名称|填报部门',
  budgetUnit: '(?:预算|用款)单位(?:名称)?',
  unitHead: '(?:单位|部门)(?:主要)?(?:负责人|领导)(?:及(?:联系)?(?:电话|方式))?',
  head: '项目(?:负责人|责任人|主管)(?:及(?:联系)?(?:电话|方式))?',
  contact: '(?:绩效管理)?(?:联络员|联系人)|项目联系人|(?:填报|填表|经办|联系)人(?:及(?:联系)?(?:电话|方式))?',
  phone: '(?:联系)?电话|联系方式|手机(?:号码?)?|电话号码|联系号码',
  name: '项目(?:支出)?名称',
  fundName: '(?:所属)?专项(?:资金|支出)?名称|资金名称',
  code: '项目(?:编码|代码|编号)|(?:单位|部门|预算)编码',
  attribute: '项目(?:属性|性质)',
  department: '(?:(?:区|县|市|省)?级)?(?:预算|项目)?主管(?:部门|单位)(?:名称)?(?:及代码)?|归口部门',
  period:
    '(?:项目)?起止(?:时间|年限|日期|年月)|项目(?:期|期限|周期|实施期|实施时间|执行时间|实施期限)|专项实施期|实施期限?|资金使用期限',
  category: '项目(?:类型|类别|分类)',
  summary: '项目(?:基本)?(?:概况|概述|内容|情况|简介|描述)',
  basis: '(?:项目)?(?:立项|设立|政策|申报)依据|项目设立的?(?:政策)?依据',
  safeguards: '.{0,14}(?:保障|确保)项目.{0,4}实施.{0,2}(?:制度|措施).{0,6}|保障(?:制度|措施)(?:及措施)?',
  purpose: '(?:项目)?资金(?:主要)?(?:用途|使用范围|支持内容)|主要用途',
  exAnteEvaluation: '(?:项目)?事前绩效评估(?:情况|结果|结论)?',
  longTermGoal: '(?:项目)?(?:中长期|长期|中期|总体|总)(?:绩效)?目标',
  periodGoal: '实施期(?:总体|绩效)*目标',
  goals:
    '(?:本年度?|\\d{4}年度?|年度|当年)(?:项目|部门)?(?:总体|整体)?(?:支出)?(?:绩效)?目标|(?:部门)?(?:年度)?(?:整体|总体)(?:支出)?(?:年度)?绩效目标|年度整体支出目标|绩效目标|目标[\\d一二三四五六七八九十]*',
  remarks: '其[他它](?:需要?|应)?说明的?(?:问题|事项|情况)?|备注',
  duties: '(?:部门|单位)?(?:\\((?:部门|单位)\\))?(?:主要)?(?:职能)?(?:职责|职能)(?:概述|概况|描述)?',
  authorised: '(?:人员)?编制(?:人)?数|核定编制(?:人?数)?',
  actual: '(?:实有|在职|在编)(?:在职)?(?:人员|人)?数',
  direction: '(?:专项)?(?:资金)?支出方向(?:名称)?',
  periodBudget: '(?:中期|实施期|三年|项目)资金总额|项目总(?:投资|金额|预算)',
  budget: '(?:项目)?预算(?:数|金额|规模|总额)|(?:年度)?资金总额|(?:支出方向)?年度(?:预算)?金额',
  fiscal: '(?:本级)?财政(?:资金|拨款)',
  total: '合计|总计|小计',
  central: '中央(?:级)?(?:财政)?(?:补助|专项)?资金',
  province: '省级?(?:财政)?(?:补助|专项)?资金',
  city: '市级?(?:财政)?(?:补助|配套)?资金',
  county: '(?:县|区|县区|区县|县\\(市、?区\\)|县市区|本)级?(?:财政)?(?:配套)?资金',
  other: '其[他它](?:资金|来源)?|自筹资金',
  incomeTotal: '(?:年度)?收入(?:预算)?合计',
  publicFinance: '(?:公共财政|一般公共预算)(?:预算)?(?:拨款|收入|财政拨款)?',
  governmentFund: '政府性基金(?:预算)?(?:拨款|收入)?',
  nonTax: '(?:纳入(?:专户|预算)管理的?)?非税收入(?:拨款)?',
  otherIncome: '其[他它](?:拨款|收入)',
  expenditureTotal: '(?:年度)?支出(?:预算)?合计',
  basic: '基本支出',
  project: '项目支出',
  vehicles: '公务用车.{0,12}费|公务用车(?:购置|运行).{0,6}',
  abroad: '因公出国\\(境\\)(?:费用?|经费)?',
  reception: '公务接待(?:费|费用)?',
  opinion: '.{0,16}(?:审核|审查|审批|评审|初审|复审|批复|股室?|科室?|处室?|部门|单位|领导|财政局)意见',
} as const;

/** Words that only head a part of the paper. */
const SECTIONS = [
  '(?:项目|部门|单位)基本(?:情况|信息)|基本(?:情况|信息)',
  '项目资金(?:情况)?(?:申请|来源)?|资金(?:来源|情况)',
  '支出明细预算|项目支出明细(?:预算|测算)?|资金明细',
  '(?:项目)?(?:年度)?实施(?:进度)?计划|项目(?:年度)?实施进度(?:计划)?',
  '(?:项目)?(?:年度)?绩效目标情况|(?:项目)?(?:年度)?绩效(?:目标)?指标(?:体系)?|指标体系',
  '(?:部门)?(?:整体)?(?:支出)?(?:年度)?绩效指标(?:部门整体支出)?',
  '(?:单位|部门)?年度?(?:收入|支出)预算|年度预算申请|按(?:支出性质|收入性质|资金来源)分|其中',
  '三公经费(?:预算)?|预算规模及资金用途|(?:项目)?资金(?:支出|使用)计划|预算情况|资金用途及预算',
];

export type FieldLabel = keyof typeof FIELDS;
/** What a label says; a vertical one, known by its letters only, is less sure. */
export interface Label {
  field: FieldLabel | 'section';
  confidence: number;
}

const PATTERNS = (Object.entries(FIELDS) as [FieldLabel, string][]).map(
  ([field, source]) => [field, new RegExp(`^(?:${source})$`)] as const,
);
const SECTION = new RegExp(`^(?:${SECTIONS.join('|')})$`);
/** Words that vertical cells show column by column, so that only their letters can be trusted. */
const VERTICAL: readonly [FieldLabel | 'section', string][] = [
  ['opinion', '财政部门审核意见'],
  ['opinion', '主管部门审核意见'],
  ['section', '部门整体支出年度绩效指标'],
  ['section', '项目年度绩效目标情况'],
  ['section', '项目年度绩效指标'],
  ['section', '项目基本情况'],
  ['section', '部门基本信息'],
  ['section', '项目资金情况'],
  ['section', '项目年度实施进度计划'],
  ['remarks', '其他说明的问题'],
  ['goals', '年度整体支出目标'],
  ['duties', '部门职能职责概述'],
];

const known = new Map<string, Label | null>();

/** The label a cell is, or undefined when it is no label. A value never is one because of a word inside it. */
export function labelOf(text: string): Label | undefined {
  if (text.length > 60) return undefined;
  const cached = known.get(text);
  if (cached !== undefined) return cached ?? undefined;
  const label = findLabel(text);
  if (known.size > 20_000) known.clear();
  known.set(text, label ?? null);
  return label;
}

/** A label's words without numbers, 其中, colons and notes: （1）其中：财政资金（万元）： → 财政资金. */
export function bareLabel(text: string): string {
  return compact(text)
    .replace(/["“”*★]/g, '')
    .replace(/^(?:[(（]?[\d一二三四五六七八九十]{1,2}[)）]?[、.:])(?=[^\d])/, '')
    .replace(/^其中:/, '')
    .replace(/:$/, '')
    .replace(/\((?:单位:)?(?:万元|元|%|人|盖章|公章|签章|签字|签名|章|可另附页|选填)[^()]*\)$/, '');
}

function findLabel(text: string): Label | undefined {
  const bare = bareLabel(text);
  if (bare.length === 0 || bare.length > 30) return undefined;
  for (const candidate of [bare, bare.replace(/\([^()]*\)$/, '')]) {
    for (const [field, pattern] of PATTERNS) if (pattern.test(candidate)) return { field, confidence: 1 };
    if (SECTION.test(candidate)) return { field: 'section', confidence: 1 };
  }
  return verticalLabel(text, bare);
}

function verticalLabel(text: string, bare: string): Label | undefined {
  if (!/(?:^|\s)\S\s\S(?:\s|$)/.test(text) || bare.length < 6) return undefined;
  for (const [field, words] of VERTICAL) {
    const missing = Array.from(words).filter((letter) => !bare.includes(letter)).length;
    const allowed = words.length >= 10 ? 1 : 0;
    const isSameLength = bare.length <= words.length && bare.length >= words.length - allowed;
    if (isSameLength && missing <= allowed && Array.from(bare).every((letter) => words.includes(letter)))
      return { field, confidence: 0.9 };
  }
  return undefined;
}
