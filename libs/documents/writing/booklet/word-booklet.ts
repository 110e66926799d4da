import { dateText } from '../field-text.ts';
import { wordFile } from '../word-file.ts';
import { paragraph, runs } from '../word-text.ts';
import { xmlText } from '../xml-text.ts';
import { groupsOf, narrativeOf, nameOf, BOOKLET_TITLE, type Booklet, type BookletGroup } from './booklet.ts';
import { disclosureLayout } from './disclosure-layout.ts';
import { summaryLayout } from './summary-layout.ts';

/** The booklet as a Word document: cover, contents with page numbers, what it comes to, then a table a page. */
export function wordBooklet(booklet: Booklet): Uint8Array {
  const groups = groupsOf(booklet);
  const opening = [cover(booklet), contents(groups), narrative(booklet)].join(PAGE_BREAK);
  const tables = groups.flatMap(({ entries }) => entries.map(disclosureLayout));
  return wordFile([summaryLayout(groups), ...tables], opening);
}

const PAGE_BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>';

const cover = (booklet: Booklet): string =>
  paragraph('Cover', runs(booklet.publisher ?? '')) +
  paragraph('CoverTitle', runs(`${booklet.fiscalYear}年度${BOOKLET_TITLE}`)) +
  paragraph('CoverLine', runs(dateText(booklet.date)));

const narrative = (booklet: Booklet): string =>
  [
    paragraph('Chapter', runs('公开情况说明')),
    ...narrativeOf(booklet).map((sentence) => paragraph('Prose', runs(sentence))),
  ].join('');

function contents(groups: readonly BookletGroup[]): string {
  const lines = groups.flatMap(({ department, entries }) => [
    paragraph('ContentsGroup', runs(department)),
    ...entries.map((entry) =>
      paragraph('ContentsLine', link(entry.anchor, `${entry.number}. ${nameOf(entry)}`)),
    ),
  ]);
  return [paragraph('Chapter', runs('目　　录')), ...lines].join('');
}

const fieldSign = (type: string, dirty = ''): string =>
  `<w:r><w:fldChar w:fldCharType="${type}"${dirty}/></w:r>`;

/** A line of contents: it leads to its table, whose page the office program looks up as it opens the file. */
const link = (anchor: string, text: string): string =>
  `<w:hyperlink w:anchor="${anchor}" w:history="1"><w:r><w:t xml:space="preserve">${xmlText(text)}</w:t></w:r><w:r><w:tab/></w:r>${fieldSign('begin', ' w:dirty="true"')}<w:r><w:instrText xml:space="preserve"> PAGEREF ${anchor} \\h </w:instrText></w:r>${fieldSign('separate')}<w:r><w:t>—</w:t></w:r>${fieldSign('end')}</w:hyperlink>`;
