/** The boxes and ticks of Windows' symbol fonts, by font and by the low byte of the character. */
const SYMBOLS: Readonly<Record<string, Readonly<Record<number, string>>>> = {
  wingdings: { 0xfe: '☑', 0xfd: '☑', 0xfc: '☑', 0x6f: '☐', 0x71: '☐', 0x72: '☐', 0xa8: '☐' },
  'wingdings 2': { 0x50: '☑', 0x52: '☑', 0x53: '☑', 0x54: '☑', 0xa3: '☐' },
};

/** What a character of a symbol font shows; undefined where the font is not one, or the sign means nothing here. */
export function symbolOf(font: string | undefined, code: number): string | undefined {
  return SYMBOLS[font?.toLowerCase().replaceAll(/["']/g, '').trim() ?? '']?.[code & 0xff];
}

/** Text set in a font: signs of symbol fonts become ☑ and ☐, all other text stays. */
export function textInFont(text: string, font: string | undefined): string {
  if (font === undefined || !/wingdings/i.test(font)) return text;
  return Array.from(text, (sign) => symbolOf(font, sign.codePointAt(0) ?? 0) ?? sign).join('');
}
