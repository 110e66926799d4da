/** NFKC without any white space: 项 目 名 称（万元）： → 项目名称(万元): */
export function compact(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '');
}

const TITLE = /绩效.{0,14}(?:申报|目标|汇总|批复|公开)?表$/;

/** Whether a line names a form: 2023年度…项目支出预算绩效目标申报表, …整体支出绩效目标表, …绩效目标汇总表. */
export function isTitle(text: string): boolean {
  const key = compact(text).replace(/\((?:\d{4}年度?|样表|试行)\)$/, '');
  return key.length <= 80 && !/[。;]/.test(key) && TITLE.test(key);
}

/** The budget year that a title or a label names: 2024年度总体绩效目标 → 2024. */
export function yearIn(text: string): number | undefined {
  const year = /((?:19|20)\d{2})年/.exec(compact(text))?.[1];
  return year === undefined ? undefined : Number(year);
}
