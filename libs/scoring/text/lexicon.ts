/** What a word can do in a rule. A word may have several roles; the grammar decides by place. */
export type Role =
  | 'each'
  | 'short'
  | 'over'
  | 'event'
  | 'late'
  | 'negation'
  | 'otherwise'
  | 'atLeast'
  | 'above'
  | 'atMost'
  | 'below'
  | 'orMore'
  | 'orLess'
  | 'atMostDeduct'
  | 'award'
  | 'deduct'
  | 'bonus'
  | 'fullMarks'
  | 'noPoints'
  | 'noDeduction'
  | 'stated'
  | 'discretion'
  | 'proportion'
  | 'floor'
  | 'unknownPoints'
  | 'share'
  | 'than'
  | 'lastYear'
  | 'up'
  | 'down'
  | 'better'
  | 'same'
  | 'grade'
  | 'yearEnd'
  | 'before'
  | 'bare'
  | 'required'
  | 'budget'
  | 'filler'
  | 'usage'
  | 'excess'
  | 'inclusive'
  | 'exclusive'
  | 'plain'
  | 'andSoOn';

const WORDS: Readonly<Record<Role, string>> = {
  each: '每 每有',
  short:
    '少 减少 少于 低 低于 降低 下降 降 差 缺 缺少 不足 未达到 未达 欠 短少 下滑 相差 下浮 递减 偏低 不达 达不到 未到达',
  over: '超 超过 超出 超支 高出 高于 高 多 多于 增加 上升 增长 大于 突破 超标 超额 上浮 超预算 偏高 多出 多支出 上涨',
  event: '发生 出现 发现 有 存在 产生 查出 查实 收到 接到 通报 造成 漏 错',
  late: '延迟 延期 推迟 延后 逾期 拖延 超时 滞后 延误 晚 超期 拖后 迟 超过时限 推后 超过期限 迟报 迟交',
  negation:
    '未达标 不达标 未 没有 没 不 无 未能 没能 达不到 完不成 做不到 不能 无法 未达到 未达 不达 未到达 未按 未起到 非 不足',
  otherwise: '否则 其他情况 其他 其它情况 其它 其余 其余情况 反之 其他的 其他均',
  atLeast:
    '达到 达 不低于 不少于 不小于 大于等于 大于或等于 至少 到达 达成 完成 不得低于 不得少于 高于等于 高于或等于 不低',
  above: '大于 超过 高于 多于 超出',
  atMost:
    '不超过 不高于 不大于 不多于 小于等于 小于或等于 控制在 控制到 限制在 不超 不突破 未超过 未超出 未超 不得超过 低于等于 低于或等于 未高于 不超出 控制于',
  below: '小于 低于 少于 不足 未达到 未达 不到 达不到 未到达 不达',
  orMore: '以上 及以上 以及上 或以上 及其以上 之上 含以上 以上含',
  orLess: '以下 及以下 以内 之内 内 范围内 或以下 以内含 范围以内 及以内',
  award: '得 计 记 获 给 为 的 评 赋 得分 计分 获得 则得 给予 可得 均得 即得 各得 应得 记为 计为',
  deduct: '扣 减 扣除 扣减 减去 扣分 倒扣 减扣 则扣 均扣',
  bonus: '加 加分 奖励 奖 增加分',
  fullMarks:
    '满分 全分 得满分 计满分 记满分 得满分分 得全分 计全分 给满分 满分分 得该项满分 得本项满分 获满分 不扣分得满分',
  noPoints:
    '不得分 不计分 不记分 不给分 零分 不予得分 不予计分 得零分 计零分 该项不得分 本项不得分 均不得分 不能得分 扣完 扣全分 扣满分 全扣 该项分值扣完 扣除全部分值 扣全部分值 不算分 不计得分 无分 不得该项分 不得此项分 该项得分为零 扣完该项分值',
  noDeduction: '不扣分 不减分 不予扣分',
  stated:
    '共计 共 总计 合计 总分 占 满分为 满分 计满分为 分值 权重 分值为 该指标满分为 本项满分 本项满分为 标准分',
  discretion:
    '酌情扣分 酌情 视情况而定 视情况 视情 酌情减分 视情节 酌情给分 酌情得分 视情扣分 视情况扣分 酌减 酌情扣减 根据情况 视具体情况 根据实际情况 视完成情况 酌情计分 相应扣分 相应扣减 扣减相应分值 扣相应分值 适当扣分 适当减分 扣减相应分数 扣除相应分值',
  proportion:
    '按超支比例扣分 按超出比例扣分 按超额比例扣分 按未完成比例扣分 按实际完成比例得分 按实际完成比例计分 按实际比例得分 按完成比例给分 按实际完成率得分 按完成率得分 按完成率计分 按照比例扣分 按照比例得分 按照完成比例得分 按比例扣除 按相应比例扣分 按相应比例得分 按相应比例扣减 按实际完成比例给分 按完成比例扣分 按完成率扣分 按超支比例扣减 按超出比例扣减 按比例扣减 按比例扣分 等比例扣分 等比例扣减 等比扣分 等比计分 等比例计分 按比例计分 按比例得分 等比例得分 等比得分 同比例扣分 同比例扣减 同比例计分 按比例减分 按比例给分 按比例折算 等比例折算 按完成比例得分 按完成比例计分 按同比例扣分 按同比例得分',
  floor:
    '扣至0分为止 扣到0分为止 直至0分为止 扣完分值为止 扣完全部分值为止 扣完即止 扣完为止 减完为止 减完即止 扣完本项分值为止 扣完该项分值为止 扣完分值为止 扣完该项分为止 直至0分 直至零分 扣完止 扣至0分 扣到0分 扣完为此 扣完就止 扣完既止 扣完及止 扣完则止 扣完停止 扣完为0 扣完为零 直至扣完 直到扣完 直至扣完为止 扣至零分 扣光为止 不计负分 不得负分 最低0分 最低为0分 最低得0分 至扣完为止',
  unknownPoints: 'X分 x分',
  share:
    '权重分的 本项分值的 该项分值的 指标分值的 分值的 总分的 该指标分值的 本项得分的 本项的 权重的 该项分的 指标分的 本指标分值的 分数的 权重分 指标分 指标分值 本项指标分 本项指标分数 的指标分 指标分数 分值 的分值 的分数 分数 本项分值 该项分值 该项分数 本指标分 权重分 的权重分 标准分 的标准分 该指标分 的分 的得分 总分 指标总分 该项得分 本项得分 的指标分值 的指标分数 的本项分值 的该项分值 本项指标分值 该项指标分 该项指标分值',
  atMostDeduct:
    '最多扣 最多扣除 最高扣 以上最多扣 累计最多扣 最多扣减 以上最高扣 累计扣分不超过 扣分不超过 最多可扣',
  than: '较 比 同比 相较 相比 对比 相较于 较之 与 相对 同 和 比上',
  lastYear: '同比 上年 去年 上年度 上一年 上一年度 往年 同期 上年同期 去年同期 前一年 上年实际 上年度同期',
  up: '上升 增长 增加 提升 提高 增多 上涨 有所增长 有所上升 有所增加 递增 升高 正增长',
  down: '下降 减少 降低 下滑 递减 压减 有所下降 有所减少 有所降低 节约 减轻 压降',
  better: '改善 优化 好转 改进 进步 完善 增强 提升 提高 有所改善 有所提升 有所提高 加强 有所增强',
  same: '持平 不变 相同 保持不变 相当',
  grade:
    '优秀 合格 不合格 基本合格 良好 明显 显著 一般 较差 差 较好 好 优秀 优 良 中 无效 无效果 不明显 不显著 较明显 较显著 很好 极差 很差 不好 突出 无明显效果 不理想 无成效 无作用',
  yearEnd: '年底 年末 当年 年内 本年度内 年度内 本年内 当年内 当年度 本年度 全年',
  before: '前 之前 以前 底前',
  bare: '实际值 完成 达到 达标 实现 达成 及时 按时 按期 如期 指标 任务 目标 目标值 指标值 绩效目标 情况 全部 全面 该 项 各项 的 了 并 目标任务 年初 年度 预期 设定 起到 作用 效果 有效 有 效益 按 照 满足 良好 促进 较好 成效 工作任务 已 该项 该指标 本项 此项 均 全 为 予以 到位 既定 工作 预定 相应 这 方面 等 应 须 必须 是 在 内 则 数 量 标准 及 和 与 做到 确保 保证 年 中 时 限 率 值 到 达 目的 合格 实 全年 本年 年内 按质按量 保质保量 数量 预计 预期目标 值得 所 相关 具体 有关 基本 一定 显著 明显 好',
  required:
    '考核 要求 部署 按要求 进度 上级 规定 按规定 标准 按标准 安排 交办 计划 按计划 要求完成 时间节点 序时',
  budget:
    '预算 预算数 年初预算 年初预算数 预算内 预算范围 预算标准 预算批复 批复数 预算控制数 控制数 预算额 预算金额 预算总额',
  filler:
    '每年 每月 每季度 每季 每周 每半年 每日 的 和 则 次 就 即 予 也 都 均 若 如 如果 凡 其中 分别 每项 则该项 依次 累计 共 再 且 从中 并 在此基础上 以此 相应 要 应 可 将 予以 一律',
  usage:
    '资金使用率 使用率 资金支付率 支付率 支出率 资金支出率 执行率 预算执行率 完成率 完成比例 实际完成率 实际完成比例 资金执行率 支付进度',
  excess: '超出 超过 超出金额 超支 超出部分 超支部分 超出比例 超支比例 超预算 超额 超出预算 超过部分',
  inclusive: '含 包含 包括',
  exclusive: '不含 不包含 不包括',
  plain:
    '一次性 一体 一站式 第一 一级 二级 三级 一致 一定 统一 唯一 进一步 第二 第三 第四 第五 一线 一流 得到 获得感 有效 有关 有力 有序 有利 有机 所有 具有 现有 国有 含量 高质量 高效 提高到 高度 高标准 多元 多种 差异 为民 为主 作为 行为 认为 统计 会计 审计 设计 计划 计生 计算 记账 记录 登记 书记 减排 减负 减免 减灾 取得 获得 使得 值得 不断 不良 不动产 不稳定 无害化 无公害 无偿 无障碍 无违规 低保 低碳 低收入 超前 中心 中小 中央 中共 其中 集中 良种 优势 优质 优先 优抚 优惠 好评 友好 爱好 美好 较大 较高 给排水 供给 补给 加强 加快 增加值 评价 评估 评审 评选 评比 测评 目的 的士 发现金 有色 有限 公共 共同 共享 公有 缺陷 缺水 高校 高中 高速 多少 很多 诸多 减速 获奖 内部 内容 区内 境内 国内 室内 内涝 内控 辖区内 市内 县内 省内 城区内 差旅 差错 误差 差错率 错字率 超支率 超生 超载 超限 同步 和谐 与会 非税 非法 非遗 非国有 晚会 晚血 傍晚 迟缓',
  andSoOn: '以此类推 依此类推 依次类推 以次类推 依次递减',
};

/** Word → its roles. 减少 is both a shortfall and a trend; only its neighbours tell. */
export const LEXICON: ReadonlyMap<string, ReadonlySet<Role>> = build();

function build(): Map<string, Set<Role>> {
  const lexicon = new Map<string, Set<Role>>();
  for (const [role, words] of Object.entries(WORDS) as [Role, string][]) {
    for (const word of words.split(' ')) {
      const roles = lexicon.get(word);
      if (roles === undefined) lexicon.set(word, new Set([role]));
      else roles.add(role);
    }
  }
  return lexicon;
}

/** Longest first, by first character: what the lexer tries at a place. */
export const BY_FIRST: ReadonlyMap<string, readonly string[]> = group();

function group(): Map<string, string[]> {
  const index = new Map<string, string[]>();
  for (const word of LEXICON.keys()) {
    const first = word.charAt(0);
    const words = index.get(first);
    if (words === undefined) index.set(first, [word]);
    else words.push(word);
  }
  for (const words of index.values()) words.sort((one, other) => other.length - one.length);
  return index;
}
