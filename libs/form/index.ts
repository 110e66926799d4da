export * from './schema.ts';
export { checkForm, withRowIds, type FormIssue, type FormIssueCode } from './validate.ts';
export { Money } from './money.ts';
export { diffForms, type Change } from './diff.ts';
export { fieldsOf, rowAt, valueAt } from './paths.ts';
export { labelOf } from './labels.ts';
