import { type Decision } from '#domain/target';

/** Phrases of the trade, offered by the decision that they go with. */
export const PHRASES: Readonly<Record<Decision, readonly string[]>> = {
  approve: [
    '同意申报，请严格按照绩效目标组织实施',
    '绩效目标完整、指标清晰，同意申报',
    '目标与资金相匹配，同意申报',
  ],
  return: [
    '绩效指标不够量化，请细化后重报',
    '指标值偏低，请结合上年完成情况调整后重报',
    '测算依据不充分，请补充测算过程',
    '绩效目标与资金用途不够对应，请修改后重报',
  ],
  reject: ['不符合预算安排方向，不予通过', '立项依据不充分，不予通过'],
};
