/** What a unit puts right before its form may go to review, by the path of the finding. Every value is our own. */
export const CORRECTIONS: Readonly<Record<string, (form: Correctable) => void>> = {
  'value-missing': (form) => {
    for (const row of form.indicators ?? []) row['value'] ??= '达成';
  },
  'required-field-missing': (form) => {
    if (!form['goals'] && !form['longTermGoal'])
      form['longTermGoal'] = '按年度计划完成各项工作，取得预期成效。';
    if (!form['purpose'] && !form['summary']) form['summary'] = '保障年度重点工作所需经费。';
  },
  'three-public-sum': (form) => {
    const {
      vehicles = '0',
      abroad = '0',
      reception = '0',
    } = (form['threePublic'] ?? {}) as Record<string, string>;
    const total = [vehicles, abroad, reception].reduce(
      (sum, amount) => sum + Math.round(Number(amount) * 100),
      0,
    );
    form['threePublic'] = { vehicles, abroad, reception, total: String(total / 100) };
  },
};

export interface Correctable {
  [field: string]: unknown;
  indicators?: Record<string, unknown>[];
}

/** The form with every one of these findings put right, and which corrections that took. */
export function corrected(form: object, codes: readonly string[]): { form: object; made: string[] } {
  const copy = structuredClone(form) as Correctable;
  const made = [...new Set(codes)].filter((code) => Object.hasOwn(CORRECTIONS, code));
  for (const code of made) CORRECTIONS[code]?.(copy);
  return { form: copy, made };
}
