/** Pairs of characters that stand in most names and tell nothing apart. */
const COMMON = new Set(
  '数量 个数 人数 次数 户数 件数 家数 工作 项目 完成 开展 情况 总量 总数 年度 全年 指标 进行 实施 组织 达到 建设 活动 不低 低于 不少 少于 以上 任务 目标 计划 全县 全区 全市 各项 相关 建成 新增 做好 率达 数达'.split(
    ' ',
  ),
);

/** The words of a name as far as a machine can tell: neighbouring characters, and runs of digits. */
export function pairsOf(text: string): Set<string> {
  const plain = text.normalize('NFKC').replace(/[^\p{Script=Han}\dA-Za-z]/gu, ' ');
  const pairs = new Set<string>();
  for (const run of plain.split(/\s+/)) {
    for (let index = 0; index + 2 <= run.length; index++) pairs.add(run.slice(index, index + 2));
  }
  return pairs;
}

/** How many telling words a name and a text have in common. */
export function sharedWords(name: string, text: string): number {
  const other = pairsOf(text);
  return [...pairsOf(name)].filter((pair) => other.has(pair) && !COMMON.has(pair)).length;
}

/** Which part of a name's telling words the text has, 0 to 1. */
export function likeness(name: string, text: string): number {
  const telling = [...pairsOf(name)].filter((pair) => !COMMON.has(pair)).length;
  return telling === 0 ? 0 : sharedWords(name, text) / telling;
}
