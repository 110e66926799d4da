import { isSameForm, withRowIds, type Form, type FormInput } from '#form';
import type { Grid } from '../grid.ts';
import { fieldSheets } from '../reading/excel/workbook.ts';
import { fieldMarks } from '../reading/field-marks.ts';
import { isZip, mainPartOf } from '../reading/office-file.ts';
import { publicPath } from '../reading/own-form.ts';
import { readOwnPaper } from '../reading/own-paper.ts';
import { readDocument, refuseTooLarge } from '../reading/read-document.ts';
import { ZipParts } from '../reading/zip-parts.ts';
import { fieldTexts } from './field-texts.ts';
import { fillSheet } from './sheet-cells.ts';
import { fillWord } from './word-cells.ts';
import type { WrittenFormat } from '../writing/write-form.ts';
import { patchZip } from './zip-patch.ts';

/** A paper of ours with other values in it. */
export interface FilledDocument {
  /** What kind of file it is, as its contents say. */
  format: WrittenFormat;
  bytes: Uint8Array;
}

/** What Excel keeps beside the sheets where they hold formulas. */
const RECKONING = 'xl/calcChain.xml';
/** Texts by what the paper calls their fields. */
type Texts = ReadonlyMap<string, string>;

/**
 * One of our own papers (docx, xlsx), filled in or edited by a person, with the values of `form` in it: only the cells
 * whose value is another are rewritten, and every other part of the file stays byte for byte what it was. Opinions on
 * it stay.
 * @returns undefined where that cannot be done, so that the paper has to be written anew: it is none of ours or holds
 *   several forms, it lacks a cell for a value (a row or column more), or it reckons with formulas
 * @throws UnreadableDocument when the file cannot be read
 */
export function fillDocument(bytes: Uint8Array, form: Form): FilledDocument | undefined {
  refuseTooLarge(bytes);
  if (!isZip(bytes)) return undefined;
  const grids = readDocument({ name: '', bytes });
  const before = onlyForm(grids);
  if (!before) return undefined;
  const texts = changesOn(grids, fieldTexts(before), fieldTexts(form as FormInput));
  const filled = texts.size === 0 ? bytes : withTexts(bytes, texts);
  const after = filled && onlyForm(readDocument({ name: '', bytes: filled }));
  if (!after || !isSameForm(withRowIds(after, noId), form)) return undefined;
  const { word } = mainPartOf(ZipParts.open(bytes));
  return { format: word === undefined ? 'xlsx' : 'docx', bytes: filled };
}

/** Every row on our own paper has one already. */
const noId = (): string => '';

function onlyForm(grids: readonly Grid[]): FormInput | undefined {
  const own = readOwnPaper(grids) ?? [];
  return own.length === 1 ? own[0]?.form : undefined;
}

/** What has to be written where: fields whose text differs between the two forms. */
function changesOn(grids: readonly Grid[], before: Texts, after: Texts): Texts {
  const paths = grids.flatMap(({ cells }) => cells.flatMap(({ holds }) => holds?.path ?? []));
  const texts = paths.map((path): [string, string] => [path, after.get(publicPath(path)) ?? '']);
  return new Map(texts.filter(([path, text]) => text !== (before.get(publicPath(path)) ?? '')));
}

function withTexts(bytes: Uint8Array, texts: Texts): Uint8Array | undefined {
  const parts = ZipParts.open(bytes);
  const { word, workbook } = mainPartOf(parts);
  if (word !== undefined) {
    const marks = [...fieldMarks(parts)].flatMap(([mark, path]): [string, string][] => {
      const text = texts.get(path);
      return text === undefined ? [] : [[mark, text]];
    });
    return withPart(bytes, word, fillWord(parts.read(word), new Map(marks)));
  }
  return workbook === undefined || parts.has(RECKONING) ? undefined : withSheets(bytes, workbook, texts);
}

function withSheets(bytes: Uint8Array, workbook: string, texts: Texts): Uint8Array | undefined {
  const parts = ZipParts.open(bytes);
  let filled: Uint8Array | undefined = bytes;
  for (const { part, fields } of fieldSheets(parts, workbook)) {
    const inSheet = [...fields].flatMap(([place, path]): [string, string][] => {
      const text = texts.get(path);
      return text === undefined ? [] : [[place, text]];
    });
    if (filled && inSheet.length > 0)
      filled = withPart(filled, part, fillSheet(parts.read(part), new Map(inSheet)));
  }
  return filled;
}

/** Parts are written in UTF-8, so one that says it is something else is left alone. */
const OTHER_ENCODING = /^<\?xml[^>]*encoding=["'](?!utf-8)/i;

const withPart = (bytes: Uint8Array, part: string, xml: string | undefined): Uint8Array | undefined =>
  xml === undefined || OTHER_ENCODING.test(xml)
    ? undefined
    : patchZip(bytes, part, new TextEncoder().encode(xml));
