export * from './schema.ts';
export { checkForm, isRecordedForm, withRowIds, type FormIssue, type FormIssueCode } from './validate.ts';
export { Money } from './money.ts';
export { diffForms, type Change } from './diff.ts';
export { fieldsOf, knowsPath, rowAt, valueAt, withValueAt } from './paths.ts';
export { labelOf } from './labels.ts';
export { isDay } from './day.ts';
export { parseDate, parsePeriod, type Span } from './periods.ts';
export { operatorOf, parseTargetValue, type TargetValue } from './target-value.ts';
