import { dateText } from '../field-text.ts';
import { placed, type FormLayout, type LayoutTable, type PlacedLayoutCell } from '../layout.ts';
import { xmlText } from '../xml-text.ts';
import { groupsOf, narrativeOf, nameOf, titleOf, type Booklet, type BookletGroup } from './booklet.ts';
import { disclosureLayout } from './disclosure-layout.ts';
import { PAGE_STYLE } from './page-style.ts';
import { summaryLayout } from './summary-layout.ts';

/**
 * The booklet as one web page that needs nothing else: headings, a navigation, tables whose heads are heads (WCAG 2.1
 * 1.3.1, 2.4.1), readable on a telephone and on paper.
 */
export function pageBooklet(booklet: Booklet): string {
  const groups = groupsOf(booklet);
  const title = xmlText(titleOf(booklet));
  const prose = narrativeOf(booklet).map((sentence) => `<p>${xmlText(sentence)}</p>`);
  const summary = sectionOf(summaryLayout(groups), 'summary', 2);
  return [
    `<!doctype html>\n<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>${PAGE_STYLE}</style></head><body>`,
    `<a class="skip" href="#main">跳到正文</a><header><h1>${title}</h1><p>${xmlText(dateText(booklet.date))}</p></header>`,
    `<nav aria-label="目录"><h2>目录</h2><ol>${groups.map(contentsOf).join('')}</ol></nav>`,
    `<main id="main"><section aria-labelledby="about"><h2 id="about">公开情况说明</h2>${prose.join('')}</section>`,
    `${summary}${groups.map(groupOf).join('')}</main></body></html>\n`,
  ].join('');
}

function contentsOf({ department, entries }: BookletGroup): string {
  const lines = entries.map((entry) => `<li><a href="#${entry.anchor}">${xmlText(nameOf(entry))}</a></li>`);
  return `<li>${xmlText(department)}<ol>${lines.join('')}</ol></li>`;
}

const groupOf = ({ department, entries }: BookletGroup): string =>
  `<section><h2>${xmlText(department)}</h2>${entries
    .map((entry) => sectionOf(disclosureLayout(entry), entry.anchor, 3))
    .join('')}</section>`;

function sectionOf({ title, tables }: FormLayout, anchor: string, level: number): string {
  const text = xmlText(title.text);
  const bordered = tables.filter(({ hasBorders }) => hasBorders);
  const parts = bordered.map((table, at) => tableOf(table, at === 0 ? text : `${text}：绩效指标`));
  return `<section aria-labelledby="${anchor}"><h${level} id="${anchor}">${text}</h${level}>${parts.join('')}</section>`;
}

function tableOf(table: LayoutTable, caption: string): string {
  const cells = placed(table);
  const rows = table.rows.map((_, at) => {
    const inRow = cells.filter(({ row }) => row === at + 1);
    return `<tr>${inRow.map(cellOf).join('')}</tr>`;
  });
  const headRows = rows.slice(0, table.headRows).join('');
  const body = `<tbody>${rows.slice(table.headRows).join('')}</tbody>`;
  return `<div class="wide" role="region" tabindex="0" aria-label="${caption}"><table><caption>${caption}</caption>${headRows === '' ? '' : `<thead>${headRows}</thead>`}${body}</table></div>`;
}

const isLevel = ({ rows, role, column }: PlacedLayoutCell): boolean =>
  role === 'short' && rows > 1 && column <= 7;

/** Print of the form is a head of its column or of its row; a level that reaches over rows is the head of them. */
function cellOf(cell: PlacedLayoutCell): string {
  const { rows, columns, role } = cell;
  const spans = `${rows > 1 ? ` rowspan="${rows}"` : ''}${columns > 1 ? ` colspan="${columns}"` : ''}`;
  const text = cell.text.split('\n').map(xmlText).join('<br>');
  if (role === 'head') return `<th scope="col"${spans}>${text}</th>`;
  if (role === 'label') return `<th scope="${rows > 1 ? 'rowgroup' : 'row'}"${spans}>${text}</th>`;
  if (isLevel(cell)) return `<th class="level" scope="rowgroup"${spans}>${text}</th>`;
  return `<td${role === 'short' ? ' class="short"' : ''}${spans}>${text}</td>`;
}
