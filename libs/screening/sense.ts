import type { Indicator } from '#form';
import type { IndicatorReading } from './indicator-reading.ts';

/** Rates whose natural maximum is 100 %; the words of the scoring conventions (C16) and their neighbours. */
const CAPPED =
  /满意|合格|合规|及时|覆盖|知晓|办结|整改|处置|处理率|到位|参与|使用率|利用率|验收|准确|达标|通过率|规范|合法|公开率|参保率|入学率|巩固率|出勤|发放率|落实率|落实程度|保障率|响应率|完好率|优良率|无害化|普及率|成活率|回复率|入库率|治愈率|认可度/;
/** Rates that may be over 100 %, and ratios that only sound like a share of a whole. */
const UNCAPPED =
  /增长|增幅|增速|增加|增值|保值|提高|提升|上升|下降|降低|减少|系数|偏差|变动|赔付|完成率|超额|超支|倍|周转|回报|收益|利润|盈利|贡献|负债|产销|执行|支出率|收入|控制率|转化|杠杆|占比|比重|汇率|利率|费率|税率|征收|创收/;
const GROWTH = /增长|增幅|增速|增加|上升|提升|提高|净增|差额|同比|环比|平稳/;
/** Things that one wants few of. */
const UNWANTED_WORDS =
  '事故|投诉|差错|错误|出错|违规|违纪|违法率|失误|逾期|超支|漏损|损失|损耗|死亡|上访|信访量|信访件|越级|超标|纠纷|舆情|积压|污染|排放|能耗|耗电|耗水|发病|缺陷|返工|拖欠|隐患数|空置|辍学|流失|失业|感染率|错字|错漏|死亡率|返贫|故障|停机|破损|违约|坏账|误报|漏报|漏检|丢失|滞留|火灾|盗窃|停水|停电|扰民';
/** The unwanted thing must be what is counted: 失业率, but not 失业人员再就业人数. */
const UNWANTED = new RegExp(
  `(?:${UNWANTED_WORDS})(?:发生|产生|案件|事件|问题|人员)*(?:总|个|起|件|次|例|人)?(?:率|数|量|数量|比例|占比)?$`,
);
/** What turns an unwanted thing into a wanted one: 投诉办结率, 事故下降率, 隐患整改. */
const DEALT_WITH =
  /办结|处理|处置|整改|化解|下降|降低|减少|查处|受理|办理|破案|排查|挽回|防治|治理|控制|调解|回复|响应|救援|无|零|未|不|达标|合格|演练|培训|宣传|预防|监测|检测|知晓|满意|覆盖|压减|压降|调处|打击|追回|清理|责任|保险|处罚|收集|赔偿|鉴定/;

/** Rates of which more is better, by their name. */
export const isHigherBetter = ({ name, aspect }: IndicatorReading): boolean =>
  (aspect === 'satisfaction' || CAPPED.test(name)) && !UNCAPPED.test(name);

/** Shares of a whole: 100 % is all there is. A name without the rate has it in the explanation. */
export const isCapped = ({ name, aspect, row }: IndicatorReading): boolean =>
  !UNCAPPED.test(name) &&
  (aspect === 'satisfaction' || CAPPED.test(name) || RATE.test(name) || isRateOf(row));

/** 及时率, and 及时性, 公正性, 规范性 in percent. */
const RATE = /[率性]$/;
const isRateOf = ({ name = '', explanation = '' }: Indicator): boolean =>
  !name.includes('率') && /率/.test(explanation) && !UNCAPPED.test(explanation);

export const isGrowth = ({ name }: IndicatorReading): boolean => GROWTH.test(name);

export const isUnwanted = ({ name }: IndicatorReading): boolean =>
  UNWANTED.test(name) && !DEALT_WITH.test(name);

/** A place in a ranking, the first of which is the best; gaining places is something else. */
export const isRank = ({ name, unit }: IndicatorReading): boolean =>
  /(?:排名|名次|位次)$/.test(name) && (unit === undefined || unit.base === '人');

/** How long something may take at most; hours of service or of training are another matter. */
const DELAY =
  /(?:响应|办理|办结|处置|处理|到达|到场|修复|抢修|恢复|审批|审核|反馈|回复|答复|出警|出动|出具|等待|等候|延误|中断|拨付|支付|结算|上架|接诉|受理)[^，。]{0,4}(?:时间|时限|时长|周期|天数)$/;
const SHORTENED = /缩短|压缩|压减|提前|提速|减少/;
const TIMES = new Set(['天', '小时', '分钟', '周', '个月']);

export const isDelay = ({ name, unit }: IndicatorReading): boolean =>
  TIMES.has(unit?.base ?? '') && DELAY.test(name) && !SHORTENED.test(name);

/** A sum of money, not a rate of it; standards of support are at-least amounts and no cost to keep down. */
export const isCostAmount = (row: IndicatorReading): boolean =>
  row.aspect === 'cost' &&
  !/率|标准|补助|补贴|节约|节省|降低|减少|收入|创收|发放|拨付|到位|执行|完成|增/.test(row.name) &&
  (row.unit === undefined || row.unit.base.startsWith('元'));

/** Words of which a name consists that means the whole of the money: 财政投入, 项目成本, 整体支出, 控制在预算内. */
const WHOLE_WORDS =
  '项目 财政 区级 县级 市级 省级 本级 区 县 市 中央 资金 投入 预算 成本 总额 总 额度 额 金额 支出 控制 数 值 指标 范围 以内 之内 内 在 于 经费 整体 部门 单位 年度 全年 本年 年初 当年 补贴 补助 专项 拨款 收入 经济 费用 不超过 不超 投资 安排 的 规模 完成 情况 率外 严格 下达 批复 申请 执行 使用 按 各项 所需 需要'.split(
    ' ',
  );
const WHOLE = new RegExp(`^(?:${[...WHOLE_WORDS].sort((a, b) => b.length - a.length).join('|')})+$`);
const MONEY_WORD = /财政|投入|预算|成本|总额|金额|支出|经费|资金|费用|投资|拨款|补贴|补助|额/;

/** 充电桩建设总投资 of the project 公共机构充电桩建设 is its whole; without 总 only the full name says so. */
function withoutOwn(name: string, own: string): string {
  if (own.length < 2) return name;
  const rest = name.replace(own, '');
  const [, part = '', total] = /^(.{2,})(总(?:投资|成本|费用|支出|造价|额|价))$/.exec(rest) ?? [];
  return total !== undefined && own.includes(part) ? total : rest;
}

/** Whether the row means all the money of the form, so that it can be held against the budget. */
export function isWholeCost(row: IndicatorReading, formName: string): boolean {
  if (row.aspect !== 'cost' || row.isRate || /单价|人均|每|均|标准|单位成本|率$/.test(row.name)) return false;
  const own = formName.normalize('NFKC').replace(/\s/g, '');
  const name = withoutOwn(row.name.replace(/\s/g, ''), own);
  const rest = name.replace(/[“”"'()（）、，,.。:：\d]/g, '').replace(/[万亿]?元/g, '');
  return MONEY_WORD.test(row.name) && WHOLE.test(rest === '' ? '预算' : rest);
}
