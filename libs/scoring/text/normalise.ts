/** Different shapes of one character, as typed in county tables (＝ ﹦ ≧ ﹥ ％ ﹪ ． and full-width digits). */
const SAME: Readonly<Record<string, string>> = {
  '﹪': '%',
  '﹦': '=',
  '≧': '≥',
  '⩾': '≥',
  '≦': '≤',
  '⩽': '≤',
  '﹥': '>',
  '﹤': '<',
  '。': '。',
  '、': '、',
  '【': '(',
  '】': ')',
  '〔': '(',
  '〕': ')',
  '[': '(',
  ']': ')',
  '～': '-',
  '~': '-',
  '—': '-',
  '–': '-',
  '−': '-',
  '﹣': '-',
  '\n': ';',
  '\r': '',
  '㎡': '平方米',
  '“': '',
  '”': '',
  '"': '',
};

const UNUSUAL = /[^\u4e00-\u9fff0-9,.;%()]/gu;

/** One spelling for one sign: full-width forms halved, spaces and quotes dropped, 1,200 written as 1200. */
export function normalise(text: string): string {
  const plain = text.replace(UNUSUAL, (sign) => SAME[sign] ?? halved(sign));
  return plain.includes(',') ? plain.replace(/(?<=\d),(?=\d{3}(?!\d))/gu, '') : plain;
}

function halved(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  if (code >= 0xff01 && code <= 0xff5e) {
    const half = String.fromCodePoint(code - 0xfee0);
    return SAME[half] ?? half;
  }
  return /\s/u.test(sign) ? '' : sign;
}
