/** The ways papers number goals and indicators; the words between two numbers are one entry. */
const STYLES: readonly ((n: number) => string)[] = [
  (n) => `(?:目标|任务|指标)\\s*(?:${digits(n)}|${chinese(n)})\\s*[:：、.．，]?(?!\\d)`,
  (n) => `[（(]\\s*${digits(n)}\\s*[）)]\\s*[、.．:：]?`,
  (n) => `${digits(n)}\\s*(?:[、．：:）)]|\\.(?!\\s?\\d))`,
  (n) => (n <= 20 ? `${String.fromCharCode(0x2460 + n - 1)}[、.．:：]?` : '(?!)'),
  (n) => `${chinese(n)}\\s*[、.．:：]`,
  (n) => `[（(]\\s*${chinese(n)}\\s*[）)]\\s*[、.．:：]?`,
];
const CHINESE = ['十', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** One number, in half or full-width digits. */
const digits = (n: number): string =>
  String(n).replace(/\d/g, (digit) => `[${digit}${String.fromCharCode(0xff10 + Number(digit))}]`);

function chinese(n: number): string {
  if (n < 10) return CHINESE[n] ?? '';
  return `${n >= 20 ? (CHINESE[Math.floor(n / 10)] ?? '') : ''}十${n % 10 === 0 ? '' : (CHINESE[n % 10] ?? '')}`;
}

interface Mark {
  start: number;
  end: number;
}

/**
 * Splits a numbered text into its entries without their numbers: `1、甲。2、乙。` → 甲。 乙。
 * What stands before the first number is an entry of its own. Text without numbers is one entry.
 */
export function splitNumbered(text: string): string[] {
  const whole = text.trim();
  const marks = marksOf(whole);
  if (marks.length === 0) return whole === '' ? [] : [whole];
  const entries = marks.map((mark, at) => whole.slice(mark.end, marks[at + 1]?.start));
  return [whole.slice(0, marks[0]?.start), ...entries].map((entry) => entry.trim()).filter((e) => e !== '');
}

/** The marks of the style whose number 1 opens the text, else of one whose number 1 opens a line. */
function marksOf(text: string): Mark[] {
  for (const style of STYLES) {
    const marks = marksFrom(text, style, '^');
    if (marks.length > 0) return marks;
  }
  for (const style of STYLES) {
    const marks = marksFrom(text, style, '^.{0,60}[:：;；。]?\\s*\\n\\s*');
    if (marks.length > 1) return marks;
  }
  return [];
}

function marksFrom(text: string, style: (n: number) => string, opening: string): Mark[] {
  const first = expressionOf(`${opening}(${style(1)})`).exec(text);
  if (!first) return [];
  const end = first[0].length;
  const marks = [{ start: end - (first[1]?.length ?? 0), end }];
  for (let n = 2; n <= 60; n += 1) {
    const next = findMark(text, style(n), marks.at(-1)?.end ?? 0);
    if (!next) break;
    marks.push(next);
  }
  return marks;
}

/** Best at the start of a line, then after a stop or a space, then anywhere but inside a number. */
function findMark(text: string, mark: string, from: number): Mark | undefined {
  const places = ['(?<=\\n\\s*)', '(?<=[。；;，,.．\\s])', '(?<![\\d０-９.．])'];
  for (const place of places) {
    const expression = expressionOf(`${place}${mark}`);
    expression.lastIndex = from;
    const match = expression.exec(text);
    if (match) return { start: match.index, end: match.index + match[0].length };
  }
  return undefined;
}

const expressions = new Map<string, RegExp>();

/** Every number of every style is asked for again and again, cell by cell. */
function expressionOf(source: string): RegExp {
  const known = expressions.get(source) ?? new RegExp(source, 'g');
  expressions.set(source, known);
  known.lastIndex = 0;
  return known;
}
