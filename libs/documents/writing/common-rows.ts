import type { FormInput, FormKind } from '#form';
import type { PaperOpinion } from '../imported-form.ts';
import { dateText, periodFrom, periodText, written } from './field-text.ts';
import {
  head,
  label,
  PAGE_COLUMNS,
  short,
  side,
  under,
  value,
  type LayoutCell,
  type LayoutRow,
  type LayoutTable,
} from './layout.ts';
import { blankRows, keyed } from './row-keys.ts';

/** Widths of a label that has a section to its left, of one that has none, and of what stands beside them. */
export const SECTION = 3;
export const LABEL = 5;
export const WIDE_LABEL = SECTION + LABEL;
export const CONTENT = 16;

/** The form of one kind. */
export type InputOf<K extends FormKind> = Extract<FormInput, { kind: K }>;

/** What else a form is written with. */
export interface Around {
  /** Opinions to print in their boxes, each under its stage. */
  opinions: readonly PaperOpinion[];
  /** Whether it is to be filled in: then lists have empty rows, and every stage's box stands. */
  isTemplate: boolean;
}

/** 填报单位 and 单位负责人 above the table, where the seal goes. */
export function unitLine({ unitName, unitHead }: FormInput): LayoutTable {
  const phone = unitHead?.phone;
  const row = [
    side('填报单位（盖章）：', 5),
    value('/unitName', unitName, phone === undefined ? 11 : 7),
    side('单位负责人：', 4),
    value('/unitHead/name', unitHead?.name, phone === undefined ? 4 : 3),
    ...(phone === undefined ? [] : [side('联系电话：', 3), value('/unitHead/phone', phone, 2)]),
  ];
  return {
    rows: [row, [{ ...side('单位：万元', PAGE_COLUMNS), role: 'unit' }]],
    headRows: 0,
    hasBorders: false,
  };
}

/** A text beside its label over the whole width. */
export const wide = (text: string, path: string, given: string | undefined): LayoutRow => [
  label(text, WIDE_LABEL),
  value(path, given, CONTENT),
];

/** The same, but only where something was written. */
export const wideIfGiven = (text: string, path: string, given: string | undefined): LayoutRow[] =>
  given === undefined ? [] : [wide(text, path, given)];

/** A person with a telephone. */
export function personRow(
  text: string,
  path: string,
  person: FormInput['contact'],
  columns: number,
): LayoutRow {
  return [
    label(text, columns),
    short(`${path}/name`, person?.name, 6),
    label('联系电话', 4),
    short(`${path}/phone`, person?.phone, CONTENT - 10),
  ];
}

/** A span in one cell; two cells where its ends, being no dates, could not be told apart again. */
export function periodCells(
  path: string,
  text: string,
  period: { from?: string; to?: string } | undefined,
  { labelColumns, columns }: { labelColumns: number; columns: number },
): LayoutCell[] {
  const given = period && Object.keys(period).length > 0 ? { from: period.from, to: period.to } : undefined;
  const cell = written(path, given, {
    print: textOf,
    parse: (whole) => ({ from: undefined, to: undefined, ...periodFrom(whole) }),
  });
  if (cell.path === path) return [label(text, labelColumns), short(path, cell.text, columns)];
  const half = Math.floor(columns / 2);
  return [
    label(text, labelColumns),
    short(`${path}/from!`, given?.from, half),
    short(`${path}/to!`, given?.to, columns - half),
  ];
}

const textOf = ({ from, to }: { from: string | undefined; to: string | undefined }): string =>
  periodText({ ...(from !== undefined && { from }), ...(to !== undefined && { to }) });

/** A row for each goal under one label. */
export function goalRows(
  text: string,
  form: FormInput,
  { isTemplate }: Around,
  columns: number,
): LayoutRow[] {
  const goals = form.goals ?? [];
  const rows = [
    ...keyed(goals),
    ...blankRows<{ text?: string }>(isTemplate || goals.length === 0 ? 1 : 0, goals.length),
  ];
  return under(
    text,
    columns,
    rows.map(({ key, row }) => [value(`/goals/${key}/text`, row.text, 24 - columns)]),
  );
}

const STAGES = ['主管部门审核意见', '财政部门审核意见'];
/** A tab sets the date at the right of its box. */
const EMPTY_BOX = '\n\n\t（盖章）\u3000\u3000年\u3000\u3000月\u3000\u3000日';

/** A box for each opinion, with its date at the right; the usual two stages' boxes where there is none. */
export function opinionRows({ opinions }: Around): LayoutRow[] {
  const missing = STAGES.filter((stage) => !opinions.some((opinion) => opinion.stage === stage));
  const boxes = [
    ...(opinions.length > 0 ? [] : missing).map((stage): PaperOpinion => ({ stage })),
    ...opinions,
  ];
  return boxes.map(({ stage, comment, date }, at) => {
    const isEmpty = comment === undefined && date === undefined;
    const text = isEmpty
      ? EMPTY_BOX
      : [comment ?? '', date === undefined ? '' : `\t${dateText(date)}`].join('\n');
    return [
      label(stage, WIDE_LABEL),
      { ...value(`/opinions/${at}/${stage.slice(0, 40)}`, text, CONTENT), role: 'opinion' },
    ];
  });
}

/** What is attached, with the checksum by which it can be told to be the same file. */
export function attachmentRows({ attachments = [] }: FormInput): LayoutRow[] {
  if (attachments.length === 0) return [];
  const rows = attachments.map(({ name, sha256 }, at): LayoutRow => [
    value(`/attachments/${at}/name`, name, 6),
    value(`/attachments/${at}/sha256`, sha256, CONTENT - 6),
  ]);
  return under('附件', WIDE_LABEL, [[head('文件名', 6), head('校验码', CONTENT - 6)], ...rows]);
}
