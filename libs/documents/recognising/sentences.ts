import { operatorOf, type Indicator } from '#form';
import type { FormDraft } from './form-draft.ts';
import { splitNumbered } from './numbered.ts';
import { inOneLine, type PlacedCell } from './rows.ts';

const UNIT =
  '(?:[万亿]?(?:元|人次|人|平方米|次|件|吨|亩)|户次|个工作日|工作日|小时|分钟|个月|平方米|公里|千米|公顷|[%‰天日个条家户项篇期场米座处台套辆份名起所只头株盏批类种倍分])';
const WORD = '(?:≥|≧|≤|≦|>=|<=|>|<|不低于|不少于|不小于|不超过|不高于|不大于|不多于)';
const FIGURE = new RegExp(`(${WORD})?\\s*(\\d+(?:\\.\\d+)?)\\s*(${UNIT})?`, 'g');

type Sentence = Pick<Indicator, 'name' | 'operator' | 'value' | 'unit'>;

/**
 * The indicators that a cell of running text names: one for each number or, without numbers, each sentence.
 * The words are the name; a single figure with a unit (`不少于10条`) is the value, several are left in the words.
 */
export function indicatorsInText(text: string): Sentence[] {
  const numbered = splitNumbered(text);
  const entries = numbered.length > 1 ? numbered : (numbered[0] ?? '').split(/[。；;]|\n\s*\n/);
  return entries
    .map((entry) => inOneLine(entry).replace(/[。；;，,、.]+$/, ''))
    .filter((name) => name !== '')
    .map((name) => ({ name, ...figureIn(name) }));
}

function figureIn(name: string): Partial<Sentence> {
  const [figure, ...others] = name.normalize('NFKC').matchAll(FIGURE);
  const [, word, value, unit] = figure ?? [];
  if (value === undefined || unit === undefined || others.length > 0) return {};
  const operator = word === undefined ? undefined : operatorOf(word);
  return { ...(operator !== undefined && { operator }), value, unit };
}

/** Adds the indicators of a cell of running text under the given levels; the cells say where each came from. */
export function addIndicatorsInText(
  draft: FormDraft,
  cell: PlacedCell,
  levels: readonly (readonly ['level1' | 'level2', string, PlacedCell])[],
): void {
  for (const sentence of indicatorsInText(cell.text)) {
    const texts = levels.map(([level, text]) => [level, text] as const);
    const path = draft.addRow('indicators', { ...Object.fromEntries(texts), ...sentence });
    for (const [level, , source] of levels) draft.place(`${path}/${level}`, source);
    for (const field of Object.keys(sentence))
      draft.place(`${path}/${field}`, cell, field === 'name' ? 1 : 0.8);
  }
}
