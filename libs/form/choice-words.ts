import { type FormKind, type ProjectForm } from './schema.ts';

/** What the paper form calls the choices of a field. */
export const ATTRIBUTE_WORDS: Readonly<Record<NonNullable<ProjectForm['attribute']>, string>> = {
  new: '新增项目',
  continuing: '延续项目',
};
export const CATEGORY_WORDS: Readonly<Record<NonNullable<ProjectForm['category']>, string>> = {
  'capital-new': '基本建设类（新建）',
  'capital-expansion': '基本建设类（扩建）',
  'capital-renovation': '基本建设类（改建）',
  'admin-procurement': '行政事业类（采购）',
  'admin-repair': '行政事业类（修缮）',
  'admin-award': '行政事业类（奖励）',
  'other-special': '其他专项类',
};
export const KIND_WORDS: Readonly<Record<FormKind, string>> = {
  project: '项目支出',
  overall: '部门整体支出',
  direction: '专项资金支出方向',
};

const WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '/kind': KIND_WORDS,
  '/attribute': ATTRIBUTE_WORDS,
  '/category': CATEGORY_WORDS,
};

/** The text of a field as a person reads it: a choice by its word, everything else as it is. */
export const wordsOf = (path: string, text: string): string => WORDS[path]?.[text] ?? text;
