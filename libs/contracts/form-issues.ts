import { labelOf, type FormIssue, type FormIssueCode } from '#form';

/** What is wrong with a value in a form and what to do; the field's name is put before it. */
const SENTENCES: Readonly<Record<FormIssueCode, (issue: FormIssue) => string>> = {
  'not-an-object': () => '应为一张完整的申报表',
  'unknown-kind': ({ choices = [] }) => `应为 ${choices.join('、')} 之一`,
  'unknown-field': () => '表中没有这一栏，请去掉',
  'wrong-type': () => '填写的内容不合这一栏的格式',
  blank: () => '不能为空白，没有内容请不要填写这一栏',
  'too-long': ({ limit = 0 }) => `超过 ${String(limit)} 字，请缩短`,
  'too-many-rows': ({ limit = 0 }) => `超过 ${String(limit)} 行，请合并或删减`,
  'not-an-amount': () => '请填写数字，以万元为单位，0 到 1 亿，最多六位小数，如 36.5',
  'not-a-decimal': () => '请填写数字，最多六位小数，如 20',
  'not-a-row-id': () => '行号只能用字母、数字、下划线和连字符，最长 64 位',
  'not-a-year': () => '应为 1990 到 2100 之间的年份',
  'not-a-choice': ({ choices = [] }) => `应为 ${choices.join('、')} 之一`,
  'not-a-checksum': () => '应为文件的 SHA-256（64 位小写十六进制）',
  'duplicate-row-id': () => '行号重复，每行的行号须不同',
};

/** `path` of the issue is within the form; `base` is where the form stands in what was sent. */
export function describeFormIssue(issue: FormIssue, base = '/form'): { path: string; message: string } {
  return { path: `${base}${issue.path}`, message: `${labelOf(issue.path)}：${SENTENCES[issue.code](issue)}` };
}
