import { type FormKind } from '#form';
import { type TargetState } from '#domain/target';

export { KIND_WORDS as KIND_TERMS } from '#form';

export const FORM_TITLES: Readonly<Record<FormKind, string>> = {
  project: '项目支出绩效目标申报表',
  overall: '部门整体支出绩效目标申报表',
  direction: '专项资金支出方向绩效目标申报表',
};

/** A word is always beside the dot: colour alone says nothing. */
export const STATE_COLOURS: Readonly<Record<TargetState, string>> = {
  none: 'var(--hint)',
  draft: 'var(--hint)',
  'in-review': 'var(--primary)',
  returned: 'var(--warning)',
  rejected: 'var(--error)',
  abandoned: 'var(--hint)',
  classified: 'var(--warning)',
  approved: 'var(--success)',
  'not-funded': 'var(--hint)',
  granted: 'var(--success)',
  'self-evaluated': 'var(--primary)',
  evaluated: 'var(--success)',
};

export const SEVERITY_TERMS = { error: '错误', warning: '提醒', hint: '建议' } as const;
export const DECISION_TERMS: Readonly<Record<string, string>> = {
  approve: '同意',
  return: '退回修改',
  reject: '审核不通过',
};
