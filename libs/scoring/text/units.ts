import { Decimal, ONE } from '../decimal.ts';

/** A unit of measure: `group` says what it can be compared with, `factor` how many base units one of it is. */
export interface Unit {
  readonly name: string;
  readonly group: string;
  readonly factor: Decimal;
  /** 元 and 亩 of 元/亩. */
  readonly per?: { readonly of: Unit; readonly by: Unit };
}

const MEASURES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ratio: {
    '%': '1',
    百分点: '1',
    个百分点: '1',
    百分比: '1',
    个百分比: '1',
    个点: '1',
    个百分百: '1',
    个百分数: '1',
    '‰': '0.1',
    个千分点: '0.1',
    千分点: '0.1',
  },
  money: { 元: '1', 块钱: '1', 千元: '1e3', 百万元: '1e6' },
  mu: { 亩: '1', 公顷: '15' },
  square: { 平方米: '1', 平米: '1', 'm²': '1', m2: '1', 平方公里: '1e6', 平方千米: '1e6' },
  cubic: { 立方米: '1', 立方: '1', 方: '1', 'm³': '1' },
  length: { 米: '1', 公里: '1e3', 千米: '1e3', km: '1e3' },
  mass: { 公斤: '1', 千克: '1', kg: '1', 斤: '0.5', 吨: '1e3' },
  time: {
    分钟: '1',
    小时: '60',
    个小时: '60',
    天: '1440',
    日: '1440',
    个自然日: '1440',
    自然日: '1440',
    周: '10080',
    个星期: '10080',
    星期: '10080',
  },
  workday: { 工作日: '1', 个工作日: '1' },
  month: { 个月: '1', 月: '1', 个季度: '3', 季度: '3', 年: '12', 年度: '12' },
  power: { 度: '1', 千瓦时: '1' },
  score: { 分: '1' },
};

const COUNTS =
  '次 场 场次 件 个 起 例 宗 项 期 届 篇 份 条 家 户 座 处 套 种 类 种类 人 名 位 人次 户次 条次 件次 家次 批 批次 车次 架次 ' +
  '艘 台 辆 盏 瓶 本 册 幅 株 棵 头 只 羽 对 副 所 支 组 班 堂 学时 课时 间 栋 幢 村 镇 乡 部 首 张 块 枚 封 道 笔 单 票 轮 ' +
  '回 遍 趟 节 门 集 站 口 根 桶 箱 袋 包 面 列 片 各 台次 台套 亩次 船次 宗次 案 案件 问题 单位 企业 社区 学校 医院 天次';

/** Count words that stand for the same thing (C4): 次/场/件/个/起 and their like; persons; kinds; copies. */
const INTERCHANGEABLE: readonly (readonly string[])[] = [
  ['次', '场', '件', '个', '起', '例', '宗', '场次', '回', '件次', '案', '案件', '宗次', '各'],
  ['人', '名', '位', '人次'],
  ['种', '类', '种类'],
  ['本', '册'],
];

export const UNITS: ReadonlyMap<string, Unit> = new Map([
  ...Object.entries(MEASURES).flatMap(([group, names]) =>
    Object.entries(names).map(([name, factor]): [string, Unit] => [
      name,
      {
        name: name === '百分点' || name.startsWith('个') ? name.replace('个', '') : name,
        group,
        factor: new Decimal(factor),
      },
    ]),
  ),
  ...COUNTS.split(' ').map((name): [string, Unit] => [name, { name, group: 'count', factor: ONE }]),
]);

export const LONGEST_UNIT = Math.max(...[...UNITS.keys()].map((name) => name.length));

/** 10元/亩: one unit by another, comparable only with the same pair. */
export function perUnit(of: Unit, by: Unit): Unit {
  return {
    name: `${of.name}/${by.name}`,
    group: `${of.group}/${by.group}${by.group === 'count' ? by.name : ''}`,
    factor: of.factor.div(by.factor),
    per: { of, by },
  };
}

/** A unit nobody listed: comparable with itself only. */
export function ownUnit(name: string): Unit {
  return { name, group: `own:${name}`, factor: ONE };
}

/** Whether figures in one unit can be turned into the other's (C4). */
export function areComparable(one: Unit, other: Unit): boolean {
  if (one.group !== other.group) return false;
  return one.group !== 'count' || areSameCounts(one.name, other.name);
}

function areSameCounts(one: string, other: string): boolean {
  if (one === other || one === '个' || other === '个') return true;
  if (`${one}次` === other || `${other}次` === one) return true;
  if (one === '户次' || other === '户次') return one === '次' || other === '次';
  return INTERCHANGEABLE.some((words) => words.includes(one) && words.includes(other));
}

/** Whether both say a kind of thing (an amount, a time, a count …), whatever the words. */
export function isSameDimension(one: Unit, other: Unit): boolean {
  return dimension(one) === dimension(other);
}

const DIMENSIONS: Readonly<Record<string, string>> = {
  mu: 'area',
  square: 'area',
  workday: 'time',
  month: 'time',
};

function dimension(unit: Unit): string {
  return DIMENSIONS[unit.group] ?? unit.group;
}
