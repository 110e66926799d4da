import { walkXml, type Attributes } from '../xml-events.ts';

interface Level {
  start: number;
  format: string;
  text: string;
}
/** Levels count from 0. */
const DEEPEST = 8;
const CHINESE = '〇一二三四五六七八九';

/** The numbers that Word writes before paragraphs of a list: people see them, the text does not hold them. */
export class Numbering {
  private readonly levels = new Map<string, Level>();
  private readonly lists = new Map<string, string>();
  private readonly counts = new Map<string, number>();

  /** @param xml the part word/numbering.xml */
  static of(xml: string | undefined): Numbering {
    const numbering = new Numbering();
    if (xml !== undefined) numbering.read(xml);
    return numbering;
  }

  /** The number of the next paragraph at a level of a list, `3、`; empty for bullets and other formats. */
  next(list: string, level: string): string {
    const abstract = this.lists.get(list);
    const found = this.levels.get(`${abstract ?? ''}/${level}`);
    if (abstract === undefined || !found) return '';
    const key = `${list}/${level}`;
    const count = this.counts.get(key) ?? found.start;
    this.counts.set(key, count + 1);
    for (let deeper = Number(level) + 1; deeper <= DEEPEST; deeper += 1)
      this.counts.delete(`${list}/${deeper}`);
    const number = formatted(count, found.format);
    const isPlain = found.text.split('%').length === 2;
    return number === undefined || !isPlain ? '' : found.text.replace(/%\d/, number);
  }

  private read(xml: string): void {
    let abstract = '';
    let list = '';
    let level: Level = { start: 1, format: '', text: '' };
    const read: Readonly<Record<string, (attributes: Attributes, value: string) => void>> = {
      'w:abstractNum': ({ 'w:abstractNumId': id = '' }) => {
        abstract = id;
      },
      'w:lvl': ({ 'w:ilvl': at = '' }) => {
        level = { start: 1, format: '', text: '' };
        this.levels.set(`${abstract}/${at}`, level);
      },
      'w:start': (_, value) => {
        level.start = Number(value);
      },
      'w:numFmt': (_, value) => {
        level.format = value;
      },
      'w:lvlText': (_, value) => {
        level.text = value;
      },
      'w:num': ({ 'w:numId': id = '' }) => {
        list = id;
      },
      'w:abstractNumId': (_, value) => {
        this.lists.set(list, value);
      },
    };
    walkXml(xml, {
      open: (name, attributes) => read[name]?.(attributes, attributes['w:val'] ?? ''),
      close: () => undefined,
      text: () => undefined,
    });
  }
}

function formatted(count: number, format: string): string | undefined {
  if (format === 'decimal' || format === 'decimalFullWidth') return String(count);
  if (format === 'decimalEnclosedCircleChinese' || format === 'decimalEnclosedCircle')
    return count <= 20 ? String.fromCharCode(0x2460 + count - 1) : undefined;
  return /^(?:chinese|japanese)Counting|^ideographDigital/.test(format) ? inChinese(count) : undefined;
}

function inChinese(count: number): string | undefined {
  if (count >= 100) return undefined;
  const [tens, ones] = [Math.floor(count / 10), count % 10];
  const head = tens === 0 ? '' : `${tens === 1 ? '' : (CHINESE[tens] ?? '')}十`;
  return head + (ones === 0 && tens > 0 ? '' : (CHINESE[ones] ?? ''));
}
