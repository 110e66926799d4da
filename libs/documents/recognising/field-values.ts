import { parsePeriod, type FormKind } from '#form';
import { yearIn } from '../titles.ts';
import { isNothing, moneyUnitIn, parseAmount, parseCount, type MoneyUnit } from './amounts.ts';
import { attributeOf, categoryOf, isUnticked } from './choices.ts';
import type { FormDraft } from './form-draft.ts';
import type { FieldLabel } from './labels.ts';
import { splitNumbered } from './numbered.ts';
import { readOpinion } from './opinions.ts';
import { inOneLine, type PlacedCell } from './rows.ts';

/** A value beside its label. `text` is the part of the cell that is the value. */
export interface LabelledValue {
  field: FieldLabel;
  label: string;
  cell: PlacedCell;
  text: string;
  confidence: number;
}

type Path = string | Partial<Record<FormKind, string>>;
const SHORT: Partial<Record<FieldLabel, Path>> = {
  unitName: '/unitName',
  budgetUnit: '/unitName',
  unitHead: '/unitHead/name',
  head: '/head/name',
  contact: '/contact/name',
  name: { project: '/name', direction: '/fund' },
  fundName: { project: '/name', direction: '/fund' },
  code: '/code',
  department: '/department',
  direction: { direction: '/direction' },
};
const LONG: Partial<Record<FieldLabel, Path>> = {
  summary: { project: '/summary' },
  basis: { project: '/basis' },
  safeguards: { project: '/safeguards' },
  purpose: { project: '/purpose' },
  exAnteEvaluation: { project: '/exAnteEvaluation' },
  longTermGoal: '/longTermGoal',
  periodGoal: { project: '/longTermGoal', overall: '/longTermGoal', direction: '/periodGoal' },
  remarks: '/remarks',
  duties: { overall: '/duties' },
};
const AMOUNTS: Partial<Record<FieldLabel, Path>> = {
  budget: { project: '/funding/thisYear/total', overall: '/expenditure/total', direction: '/amount' },
  fiscal: { project: '/funding/thisYear/fiscal', overall: '/income/publicFinance' },
  central: { project: '/funding/thisYear/central' },
  province: { project: '/funding/thisYear/province' },
  city: { project: '/funding/thisYear/city' },
  county: { project: '/funding/thisYear/county' },
  other: { project: '/funding/thisYear/other', overall: '/income/other' },
  incomeTotal: { overall: '/income/total' },
  publicFinance: { overall: '/income/publicFinance' },
  governmentFund: { overall: '/income/governmentFund' },
  nonTax: { overall: '/income/nonTax' },
  otherIncome: { overall: '/income/other' },
  expenditureTotal: { overall: '/expenditure/total' },
  basic: { overall: '/expenditure/basic' },
  project: { overall: '/expenditure/project' },
  vehicles: { overall: '/threePublic/vehicles' },
  abroad: { overall: '/threePublic/abroad' },
  reception: { overall: '/threePublic/reception' },
};
const COUNTS: Partial<Record<FieldLabel, Path>> = {
  authorised: { overall: '/staffing/authorised' },
  actual: { overall: '/staffing/actual' },
};

const pathFor = (path: Path | undefined, kind: FormKind): string | undefined =>
  typeof path === 'string' ? path : path?.[kind];

export const isAmountField = (field: FieldLabel): boolean =>
  field === 'total' || AMOUNTS[field] !== undefined;

/** Puts an amount at a path; a dash means there is none. */
export function setAmount(
  draft: FormDraft,
  path: string,
  { cell, text, unit }: { cell: PlacedCell; text: string; unit?: MoneyUnit | undefined },
): void {
  const amount = parseAmount(text, unit ?? draft.moneyUnit);
  if (amount !== undefined) draft.set(path, amount, cell);
  else if (isNothing(text)) draft.use(cell);
}

/** Puts a labelled value where it belongs; what does not fit stays unused and will be listed. */
export function setField(draft: FormDraft, value: LabelledValue): void {
  const { field, cell, text, confidence } = value;
  const { kind } = draft;
  const short = pathFor(SHORT[field], kind);
  const long = pathFor(LONG[field], kind);
  const amount = pathFor(AMOUNTS[field], kind);
  const count = pathFor(COUNTS[field], kind);
  if (short !== undefined) draft.set(short, inOneLine(text), cell, confidence);
  else if (long !== undefined) draft.set(long, text.trim(), cell, confidence);
  else if (amount !== undefined) setAmount(draft, amount, { cell, text, unit: moneyUnitIn(value.label) });
  else if (count !== undefined) draft.set(count, parseCount(text), cell, confidence);
  else setSpecial(draft, value);
}

function setSpecial(draft: FormDraft, { field, label, cell, text, confidence }: LabelledValue): void {
  if (field === 'goals') addGoals(draft, label, cell, text);
  else if (field === 'period') setPeriod(draft, cell, text);
  else if (field === 'opinion') {
    const opinion = readOpinion(label, text);
    if (opinion) draft.opinions.push(opinion);
    draft.use(cell);
  } else if (draft.kind === 'project' && (field === 'attribute' || field === 'category')) {
    const choice = field === 'attribute' ? attributeOf(text) : categoryOf(text);
    draft.set(`/${field}`, choice, cell, confidence);
    if (isUnticked(text)) draft.use(cell);
  }
}

function addGoals(draft: FormDraft, label: string, cell: PlacedCell, text: string): void {
  const year = yearIn(label);
  if (year !== undefined && !draft.has('/fiscalYear')) draft.set('/fiscalYear', year, cell);
  for (const goal of splitNumbered(text)) draft.place(`${draft.addRow('goals', { text: goal })}/text`, cell);
  draft.use(cell);
}

/** A span that cannot be read stays as written, as its beginning. */
function setPeriod(draft: FormDraft, cell: PlacedCell, text: string): void {
  if (draft.kind === 'overall') return;
  const path = draft.kind === 'project' ? '/period' : '/implementationPeriod';
  const span = parsePeriod(inOneLine(text));
  draft.set(`${path}/from`, span?.from ?? inOneLine(text), cell, span ? 1 : 0.5);
  draft.set(`${path}/to`, span?.to, cell);
}
