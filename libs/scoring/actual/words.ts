/** How a grade without effect is named, however the text says it (C10). */
export const NO_EFFECT = '无效果';

const YES = new Set(
  '是 达到 达成 完成 已完成 已达到 已达成 全部完成 按时完成 如期完成 起到 起到作用 起到了作用 起到该作用 起到了该作用 有效 达标 已达标 实现 已实现 符合 达到目标 达到要求 达到预期 达到预期目标 达到指标值 落实 已落实 做到 有效果 有作用'.split(
    ' ',
  ),
);
const NO = new Set('否 没有完成 没完成 没有达到 没达到 没有'.split(' '));
const PARTLY = /部分|基本|完全|全部|全面|大部|够|适用|清楚|知|错|详|少|得不|断|同|确定/u;

const DENIALS =
  /^(?:不(?:达标|合格|符合|满足|到位|明显|理想|达|好|稳定|及时|规范|能|是)|无(?:效|作用|改善|提升|提高|变化|下降|减少|增长|上升|明显|成效|进展|优化|增强|影响))/u;

/** Whether a word says that a condition is met; null when it is neither a plain yes nor a plain no (部分完成, free text). */
export function isYes(word: string): boolean | null {
  if (YES.has(word)) return true;
  if (NO.has(word)) return false;
  const isDenial = /^(?:未(?!来)|没有?)./u.test(word) || DENIALS.test(word);
  return isDenial && word.length <= 12 && !PARTLY.test(word) && !/[,;。]/u.test(word) ? false : null;
}

const NONE = new Set(
  '无 没有 零 未发生 未出现 没有发生 没有出现 未发现 没有发现 无发生 未发生事故 无事故 无投诉 未发生投诉 未出现差错 无差错 无违规 未发生违规 无此类事件 未发生此类事件'.split(
    ' ',
  ),
);

/** 0 and 无 mean that nothing happened (C11). */
export function saysNone(word: string): boolean {
  return NONE.has(word);
}

/** A text that says nothing: empty, a dash, or neither a figure nor a Chinese word. */
export function isSenseless(text: string): boolean {
  return !/[\d\u4e00-\u9fff]/u.test(text);
}

const SAME_GRADE: Readonly<Record<string, string>> = {
  较差: '差',
  无效: NO_EFFECT,
  未起到作用: NO_EFFECT,
  未起到该作用: NO_EFFECT,
  未起到了作用: NO_EFFECT,
  未有明显: NO_EFFECT,
  未改善: NO_EFFECT,
  无改善: NO_EFFECT,
  未有改善: NO_EFFECT,
  没有效果: NO_EFFECT,
  未起作用: NO_EFFECT,
  没有作用: NO_EFFECT,
  没有起到作用: NO_EFFECT,
  无作用: NO_EFFECT,
  未有明显改善: NO_EFFECT,
  未提升: NO_EFFECT,
  无提升: NO_EFFECT,
  未提高: NO_EFFECT,
  无提高: NO_EFFECT,
  未增强: NO_EFFECT,
  没有影响: NO_EFFECT,
  无影响: NO_EFFECT,
};
const AROUND =
  /^(?:提升效果|促进效果|改善效果|优化效果|实施效果|效果|成效|成果|提升|改善|作用)(?=.)|(?<=.)(?:提升|改善|提高|成效|效果|作用)$/gu;

/** One name for the spellings of one grade: 效果明显 = 明显提升 = 明显, 较差 = 差, 未起到作用 = 无效果. */
export function gradeName(word: string): string {
  const known = SAME_GRADE[word];
  if (known !== undefined || word === NO_EFFECT) return known ?? word;
  if (/^[未无不没]/u.test(word))
    return SAME_GRADE[word.replace(/(?:改善|效果|成效)$/u, '')] ?? word.replace(/(?:效果|成效)$/u, '');
  const bare = word.replace(AROUND, '');
  return SAME_GRADE[bare] ?? bare;
}
