import { Decimal } from 'decimal.js';

/** A unit as it counts: 万人 is 10,000 人, 名 and 位 are 人. */
export interface Unit {
  /** The unit that others are converted to; `%` for rates. */
  base: string;
  factor: Decimal;
}

const SYNONYMS: readonly (readonly string[])[] = [
  ['人', '名', '位'],
  ['次', '场', '场次', '起', '例', '批次', '期'],
  ['个', '所', '家', '处', '座', '项'],
  ['件', '宗', '份'],
  ['天', '日', '个工作日', '工作日'],
  ['小时', '个小时'],
  ['台', '台件', '套', '台套', '台/件', '台(套)', '辆', '件套'],
  ['%', '％', '﹪', '百分点', '个百分点', '百分比'],
];
const SCALED: Readonly<Record<string, readonly [base: string, factor: string]>> = {
  元: ['元', '1'],
  吨: ['吨', '1'],
  公斤: ['吨', '0.001'],
  千克: ['吨', '0.001'],
  公里: ['米', '1000'],
  千米: ['米', '1000'],
  里: ['米', '500'],
  平方公里: ['平方米', '1000000'],
  平方千米: ['平方米', '1000000'],
  平米: ['平方米', '1'],
  '㎡': ['平方米', '1'],
  平方: ['平方米', '1'],
};
/** Every word that counts as a unit after a number, longest first so that 人次 is not read as 人. */
const WORDS = [
  ...SYNONYMS.flat(),
  ...Object.keys(SCALED),
  ...'人次 户次 户 篇 类 笔 亩 公顷 平方米 立方米 米 小时 分钟 个月 条 块 本 册 幅 株 棵 头 只 羽 对 批 课时 学时 班 村 倍 ‰ 分 瓶 支 枚 架 艘 盏 间 栋 口 根 套次 车次 万次 门 层 方 度 千瓦时 周'.split(
    ' ',
  ),
].sort((left, right) => right.length - left.length);

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
const SINGLE = `[十百千]?[万亿]?(?:${WORDS.map(escaped).join('|')})`;
/** A unit or a compound of units: 元/人/月, 元每人. */
export const UNIT_PATTERN = `${SINGLE}(?:(?:[/／每·]|／)(?:月|年|${SINGLE}))*`;
const WHOLE = new RegExp(`^${UNIT_PATTERN}$`);
/** What a word before a unit multiplies it by. */
export const MULTIPLES: Readonly<Record<string, number>> = {
  十: 10,
  百: 100,
  千: 1000,
  万: 10_000,
  亿: 100_000_000,
};
const BLANK_UNITS = new Set(['', '无', '-', '/', '—', '–']);

/** The unit that a text names; undefined where it names none (无, -, or no unit at all). */
export function readUnit(text: string | undefined): Unit | undefined {
  const word = (text ?? '').normalize('NFKC').replace(/\s/g, '');
  if (BLANK_UNITS.has(word)) return undefined;
  if (!WHOLE.test(word) || word.includes('/') || word.includes('每')) return { base: word, factor: ONE };
  return scaled(word);
}

const ONE = new Decimal(1);

function scaled(word: string): Unit {
  const synonym = SYNONYMS.find((group) => group.includes(word));
  if (synonym) return { base: synonym[0] ?? word, factor: ONE };
  const known = SCALED[word];
  if (known) return { base: known[0], factor: new Decimal(known[1]) };
  const multiple = MULTIPLES[word.charAt(0)];
  if (multiple === undefined || word.length < 2) return { base: word, factor: ONE };
  const rest = scaled(word.slice(1));
  return { base: rest.base, factor: rest.factor.times(multiple) };
}

/** Whether a text is nothing but a unit: the sign of columns that have shifted. */
export function isUnitWord(text: string): boolean {
  return WHOLE.test(text.normalize('NFKC').trim());
}
