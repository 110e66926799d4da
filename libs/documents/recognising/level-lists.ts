import type { FormDraft } from './form-draft.ts';
import { isLevel, isLevel1, LevelMemory } from './indicator-levels.ts';
import { labelOf } from './labels.ts';
import type { Row } from './rows.ts';
import { addIndicatorsInText } from './sentences.ts';

/**
 * A row of a form without columns for its indicators: (绩效指标 |) 产出指标 | 1、… 2、… — a level, perhaps a second
 * one, and a cell of text. Returns false for any other row.
 */
export function takeLevelList(row: Row, draft: FormDraft): boolean {
  const sections = row.cells.filter((cell) => labelOf(cell.text)?.field === 'section');
  const [first, ...others] = row.cells.slice(sections.length);
  const text = others.pop();
  const levels = first === undefined ? [] : [first, ...others];
  const isList = levels.every((cell) => isLevel(cell.text)) && levels.length > 0 && levels.length < 3;
  if (row.table === 0 || text === undefined || !isList || isLevel(text.text)) return false;
  const memory = new LevelMemory();
  memory.take(levels.map((cell) => [{ role: isLevel1(cell.text) ? 'level1' : 'level2' }, cell] as const));
  const names = memory.current().map(([level, { value, cell }]) => [level, value, cell] as const);
  for (const cell of [...sections, ...levels]) draft.use(cell);
  addIndicatorsInText(draft, text, names);
  return true;
}
