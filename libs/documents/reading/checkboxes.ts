const INPUT = /<input\b([^<>]*)>/gi;
const CHECKED = /[☑☒✔✓√⊠🗹]/gu;
const UNCHECKED = /[□☐▢◻]/gu;

/** Brings every spelling of a checkbox to ☑ and ☐: HTML inputs, √, ■, □; other text stays as it is. */
export function withPlainBoxes(text: string): string {
  const inputs = text.replace(INPUT, (input: string, attributes: string) => {
    if (!/type\s*=\s*["']?(?:checkbox|radio)/i.test(attributes)) return input;
    return /\bchecked\b/i.test(attributes.replace(/type\s*=\s*["']?\w+["']?/i, '')) ? '☑' : '☐';
  });
  // ■ is a box only beside empty ones: elsewhere it is a bullet.
  return (/[□☐]/.test(inputs) ? inputs.replaceAll('■', '☑') : inputs)
    .replace(/[[(（【〔]\s*([☑☒✔✓√])\s*[\])）】〕]/gu, '$1')
    .replace(CHECKED, '☑')
    .replace(UNCHECKED, '☐')
    .replace(/☐\s*☑/g, '☑');
}

/** A box with the words that belong to it. */
export interface Choice {
  label: string;
  isChecked: boolean;
}

/** The choices of a cell, in order. Words stand before their box, or behind it where the cell begins with a box. */
export function choicesOf(text: string): Choice[] {
  const parts = text.split(/([☑☐])/);
  const isBoxFirst = (parts[0] ?? '').trim() === '' && parts.length > 1;
  const choices: Choice[] = [];
  for (let at = 1; at < parts.length; at += 2) {
    const label = (isBoxFirst ? parts[at + 1] : parts[at - 1]) ?? '';
    if (label.trim() !== '') choices.push({ label: label.trim(), isChecked: parts[at] === '☑' });
  }
  return choices;
}
