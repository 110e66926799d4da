import type { ProjectForm } from '#form';
import { choicesOf } from '../reading/checkboxes.ts';
import { compact } from '../titles.ts';

const CATEGORIES: readonly [NonNullable<ProjectForm['category']>, RegExp][] = [
  ['capital-new', /新建/],
  ['capital-expansion', /扩建/],
  ['capital-renovation', /改建/],
  ['admin-procurement', /采购/],
  ['admin-repair', /修缮/],
  ['admin-award', /奖励/],
  ['other-special', /其[他它]专项/],
];
const ATTRIBUTES: readonly [NonNullable<ProjectForm['attribute']>, RegExp][] = [
  ['new', /新增|新建|新设/],
  ['continuing', /延续|经常性|常年/],
];

/** 新增 or 延续, by its tick or, without boxes, by its word; undefined when both or none are ticked. */
export const attributeOf = (text: string): ProjectForm['attribute'] => theOnly(ATTRIBUTES, text);

/** 基本建设 (新建, 扩建, 改建), 行政事业 (采购, 修缮, 奖励) or 其他专项; the inner box decides. */
export const categoryOf = (text: string): ProjectForm['category'] => theOnly(CATEGORIES, text);

/** Whether a cell offers boxes of which none is ticked: nothing was filled in. */
export function isUnticked(text: string): boolean {
  const choices = choicesOf(text);
  return choices.length > 0 && choices.every(({ isChecked }) => !isChecked);
}

function theOnly<V>(options: readonly [V, RegExp][], text: string): V | undefined {
  const choices = choicesOf(text);
  const words = choices.length === 0 ? [text] : choices.filter((c) => c.isChecked).map((c) => c.label);
  const found = options.filter(([, pattern]) => words.some((word) => pattern.test(compact(word))));
  return found.length === 1 ? found[0]?.[0] : undefined;
}
