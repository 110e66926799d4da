const WHOLE =
  '(?:[×*x]|乘以|乘)(?:100%[×*x])?(?:本项|该项|该指标|指标|此项|标准)?(?:分值|权重分?|满分|标准分|总分|得分|(\\d+(?:\\.\\d+)?)分)';
const LEAD = '(?:(?:本项|指标|该项)?得分=|按照?|以)?';
const TAIL = '(?:计算得分|计算|计分|得分|给分|计)?';
/** (实际值÷目标值)×权重, 实际完成数/计划数×分值. */
const QUOTIENT = new RegExp(
  `${LEAD}\\(?(?:实际|完成)[^/÷,;。×*()]{0,8}(?:/|÷|除以)(?:年度|全年|年初)?(?:目标|计划|指标|任务|应)[^/÷,;。×*()]{0,8}\\)?${WHOLE}${TAIL}`,
  'gu',
);
/** 实际完成率×分值, 预算执行率×10分. */
const RATE = new RegExp(
  `${LEAD}(?:实际|任务|目标|年度)?((?:预算|资金)?(?:完成|执行|使用|支付|支出)(?:率|比例))${WHOLE}${TAIL}`,
  'gu',
);

/**
 * Writes a formula for points in proportion as the words that the grammar knows for it. Only what was done over
 * what was planned, and the named rates, times the row's points; any other formula stays as it is, and is not understood.
 */
export function withFormulas(text: string): string {
  if (!/[×*x÷/]|乘|除以/u.test(text)) return text;
  return text
    .replace(QUOTIENT, (_, points?: string) => inWords('按实际完成比例得分', points))
    .replace(RATE, (_, rate: string, points?: string) =>
      inWords(rate.includes('完成') ? '按实际完成比例得分' : `按${rate}等比计分`, points),
    );
}

/** 预算执行率×10分 states ten as the full marks. */
function inWords(words: string, points: string | undefined): string {
  return points === undefined ? words : `满分${points}分,${words}`;
}
