import { type Form, type FormInput, type FormKind } from './schema.ts';

/**
 * What of a form the public reads: an allow-list, so that a field added later stays inside until somebody decides
 * otherwise. Persons, phones, attachments, internal remarks and the case made to the bureau are not on it
 * (预算法第十四条; 《中央部门预算绩效目标管理办法》第二十六条).
 */
export const DISCLOSED_FIELDS = {
  project: [
    'kind',
    'fiscalYear',
    'unitName',
    'department',
    'code',
    'name',
    'attribute',
    'period',
    'category',
    'summary',
    'purpose',
    'funding',
    'budgetItems',
    'paymentPlan',
    'longTermGoal',
    'goals',
    'indicators',
  ],
  overall: [
    'kind',
    'fiscalYear',
    'unitName',
    'department',
    'code',
    'duties',
    'staffing',
    'income',
    'expenditure',
    'threePublic',
    'longTermGoal',
    'goals',
    'indicators',
  ],
  direction: [
    'kind',
    'fiscalYear',
    'unitName',
    'department',
    'code',
    'fund',
    'direction',
    'implementationPeriod',
    'amount',
    'periodGoal',
    'longTermGoal',
    'goals',
    'indicators',
  ],
} as const satisfies { [K in FormKind]: readonly (keyof Extract<Form, { kind: K }>)[] };

type Disclosed<K extends FormKind> = Pick<
  Extract<FormInput, { kind: K }>,
  (typeof DISCLOSED_FIELDS)[K][number] & keyof Extract<FormInput, { kind: K }>
>;
/** A form as the public reads it. */
export type DisclosedForm = Disclosed<'project'> | Disclosed<'overall'> | Disclosed<'direction'>;

/** The fields of a form that may be published, and nothing else. */
export function disclosedForm(form: Form | FormInput): DisclosedForm {
  const fields: readonly string[] = DISCLOSED_FIELDS[form.kind];
  return Object.fromEntries(
    Object.entries(form).filter(([field]) => fields.includes(field)),
  ) as DisclosedForm;
}
