import type { Grid } from '../../grid.ts';
import { DocumentGrids } from '../document-grids.ts';
import { symbolOf, textInFont } from '../symbol-fonts.ts';
import { isOn, walkXml, type Attributes, type XmlHandler } from '../xml-events.ts';
import type { ZipParts } from '../zip-parts.ts';
import { boxOf, Controls } from './controls.ts';
import { fieldMarks } from '../field-marks.ts';
import { Numbering } from './numbering.ts';
import { WordTables } from './word-tables.ts';

/** What nobody sees: deleted and moved text, the older twin of a drawing, the reading aid over a character. */
const UNSEEN: ReadonlySet<string> = new Set(['w:del', 'w:moveFrom', 'mc:Fallback', 'w:rt']);
const SIGNS: Readonly<Record<string, string>> = {
  'w:tab': '\t',
  'w:br': '\n',
  'w:cr': '\n',
  'w:noBreakHyphen': '-',
};

/**
 * Reads the tables and paragraphs of a Word document (ISO/IEC 29500-1 §17): merged cells, tables in cells, list
 * numbers, and checkboxes as content controls, form fields, symbols or characters.
 */
export function readWord(parts: ZipParts, part: string): Grid[] {
  const numbering = part.replace(/[^/]*$/, 'numbering.xml');
  const lists = Numbering.of(parts.has(numbering) ? parts.read(numbering) : undefined);
  const reader = new WordReader(lists, fieldMarks(parts));
  walkXml(parts.read(part), reader);
  return reader.finish();
}

interface Paragraph {
  text: string;
  list: string;
  level: string;
  path: string | undefined;
}

class WordReader implements XmlHandler {
  private readonly grids = new DocumentGrids();
  private readonly tables = new WordTables(this.grids);
  private readonly controls = new Controls();
  private readonly paragraphs: Paragraph[] = [];
  private font: string | undefined;
  private unseen = 0;
  private isText = false;
  private isHidden = false;
  private isInRun = false;

  constructor(
    private readonly numbering: Numbering,
    private readonly marks: ReadonlyMap<string, string>,
  ) {}

  finish(): Grid[] {
    return this.grids.finish();
  }

  open(name: string, attributes: Attributes): void {
    if (UNSEEN.has(name)) this.unseen += 1;
    if (this.unseen > 0) return;
    const begin = this.begins[name];
    if (begin) begin(attributes);
    else if (name.startsWith('w:') || name.startsWith('w14:')) this.describe(name, attributes);
  }

  close(name: string): void {
    if (UNSEEN.has(name)) this.unseen -= 1;
    else if (this.unseen === 0) this.ends[name]?.();
  }

  text(text: string): void {
    if (this.isText && this.unseen === 0) this.write(textInFont(text, this.font));
  }

  private readonly begins: Readonly<Record<string, (attributes: Attributes) => void>> = {
    'w:tbl': () => {
      this.tables.beginTable();
    },
    'w:tr': () => {
      this.tables.beginRow();
    },
    'w:tc': () => {
      this.tables.beginCell();
    },
    'w:p': () => {
      this.paragraphs.push({ text: '', list: '0', level: '0', path: undefined });
    },
    'w:sdt': () => {
      this.controls.begin();
    },
    'w:r': () => {
      this.isInRun = true;
      this.isHidden = false;
      this.font = undefined;
    },
    'w:bookmarkStart': (attributes) => {
      this.mark(this.marks.get(attributes['w:name'] ?? ''));
    },
    'w:t': () => {
      this.isText = true;
    },
    'w:sym': (attributes) => {
      this.write(symbolOf(attributes['w:font'], parseInt(attributes['w:char'] ?? '', 16)) ?? '');
    },
  };

  private readonly ends: Readonly<Record<string, () => void>> = {
    'w:tbl': () => {
      this.tables.endTable();
    },
    'w:tc': () => {
      this.tables.endCell();
    },
    'w:p': () => {
      this.endParagraph();
    },
    'w:sdt': () => {
      this.endControl();
    },
    'w:r': () => {
      this.isInRun = false;
    },
    'w:t': () => {
      this.isText = false;
    },
    'w:ffData': () => {
      this.write(this.controls.takeFormBox());
    },
  };

  private describe(name: string, attributes: Attributes): void {
    const sign = this.isInRun ? SIGNS[name] : undefined;
    if (sign !== undefined) this.write(sign);
    else if (name === 'w:rFonts') this.font = attributes['w:ascii'] ?? attributes['w:hAnsi'];
    else if (name === 'w:vanish') this.isHidden = this.isInRun && isOn(attributes['w:val']);
    else this.describeAround(name, attributes);
  }

  private describeAround(name: string, attributes: Attributes): void {
    const paragraph = this.paragraphs.at(-1);
    if (paragraph && name === 'w:numId') paragraph.list = attributes['w:val'] ?? '0';
    else if (paragraph && name === 'w:ilvl') paragraph.level = attributes['w:val'] ?? '0';
    this.controls.describe(name, attributes);
    this.controls.describeFormField(name, attributes);
    this.tables.describe(name, attributes);
  }

  private write(text: string): void {
    if (this.isHidden || this.controls.hidesText) return;
    const paragraph = this.paragraphs.at(-1);
    if (paragraph) paragraph.text += text;
  }

  private endParagraph(): void {
    const paragraph = this.paragraphs.pop();
    if (!paragraph) return;
    const { list, level, path } = paragraph;
    const number = list === '0' || paragraph.text.trim() === '' ? '' : this.numbering.next(list, level);
    const text = number + paragraph.text;
    if (this.tables.isInCell) this.tables.addParagraph(text);
    else this.grids.addText(text, path === undefined ? undefined : { path, text });
  }

  private endControl(): void {
    const control = this.controls.end();
    if (control?.isChecked !== undefined) this.write(boxOf(control.isChecked));
  }

  /** The cell or the paragraph that we are in holds a field. */
  private mark(path: string | undefined): void {
    const paragraph = this.paragraphs.at(-1);
    if (path === undefined) return;
    if (this.tables.isInCell) this.tables.mark(path);
    else if (paragraph) paragraph.path ??= path;
  }
}
