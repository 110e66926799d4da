import { operatorOf, parseTargetValue, type IndicatorHeading } from '#form';
import { isNothing, parseCount } from './amounts.ts';
import { splitNumbered } from './numbered.ts';
import { inOneLine, type PlacedCell } from './rows.ts';

/** The cells of one indicator by what they hold. */
export type IndicatorCells = Partial<Record<IndicatorHeading, PlacedCell>>;
/** Values of an indicator's fields with the cell each came from. */
export type IndicatorFields = Map<string, { value: string; cell: PlacedCell }>;

/** Whether a row only says that there is no such indicator. */
export const isNotApplicable = (cells: IndicatorCells): boolean =>
  cells.name !== undefined &&
  /^(?:不适用|不涉及|无|[-—/]+)$/.test(cells.name.text.trim()) &&
  Object.keys(cells).every((role) => role === 'name' || role === 'level1' || role === 'level2');

/**
 * The indicators that a row writes: one, or as many as its name cell numbers. Values numbered alike are dealt out
 * one by one; a single value holds for all.
 */
export function indicatorsOf(cells: IndicatorCells): IndicatorFields[] {
  const names = cells.name ? splitNumbered(cells.name.text) : [];
  if (names.length < 2) return [fieldsOf(cells, (cell) => cell.text)];
  return names.map((name, at) =>
    fieldsOf(cells, (cell) => {
      if (cell === cells.name) return name;
      const parts = splitNumbered(cell.text);
      return (parts.length === names.length ? parts[at] : undefined) ?? cell.text;
    }),
  );
}

function fieldsOf(cells: IndicatorCells, textOf: (cell: PlacedCell) => string): IndicatorFields {
  const fields: IndicatorFields = new Map();
  const put = (field: string, cell: PlacedCell | undefined, value?: string): void => {
    const text = value ?? (cell && textOf(cell));
    if (cell && text !== undefined && text.trim() !== '') fields.set(field, { value: text.trim(), cell });
  };
  const oneLine = (cell: PlacedCell | undefined): string | undefined => cell && inOneLine(textOf(cell));
  put('name', cells.name, oneLine(cells.name));
  put('description', cells.description, oneLine(cells.description));
  putValue(cells, put, oneLine);
  put('periodValue', cells.periodValue, oneLine(cells.periodValue));
  put('basis', cells.basis, oneLine(cells.basis));
  put('explanation', cells.explanation);
  put('scoringRule', cells.scoringRule);
  const weight = cells.weight && parseCount(cells.weight.text);
  if (weight !== undefined) put('weight', cells.weight, weight);
  return fields;
}

type Put = (field: string, cell: PlacedCell | undefined, value?: string) => void;

/** Where a type column speaks, its word is the operator and the value stays as written. */
function putValue(cells: IndicatorCells, put: Put, oneLine: (c?: PlacedCell) => string | undefined): void {
  const unit = oneLine(cells.unit);
  const ownUnit = unit !== undefined && !/^(?:无|[-—－–]+)$/.test(unit) ? unit : undefined;
  put('unit', cells.unit, ownUnit ?? '');
  const type = oneLine(cells.type);
  const written = oneLine(cells.value);
  if (type !== undefined && !isNothing(type)) {
    const operator = operatorOf(type);
    put(operator === undefined ? 'operatorText' : 'operator', cells.type, operator ?? type);
    put('value', cells.value, written);
  } else if (written !== undefined) putSplit(cells.value, written, ownUnit, put);
}

function putSplit(
  cell: PlacedCell | undefined,
  written: string,
  ownUnit: string | undefined,
  put: Put,
): void {
  const { operator = '', value, unit = '' } = parseTargetValue(written);
  put('operator', cell, operator);
  put('value', cell, ownUnit === undefined ? value : `${value}${unit}`);
  if (ownUnit === undefined) put('unit', cell, unit);
}
