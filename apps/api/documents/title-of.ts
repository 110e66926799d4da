import { type Form, type FormInput } from '#form';

/** What a form is about, for names of files and heads of papers. */
export function titleOf(form: Form | FormInput): string {
  switch (form.kind) {
    case 'project':
      return form.name ?? '项目';
    case 'overall':
      return '整体支出';
    case 'direction':
      return form.direction ?? '支出方向';
  }
}
