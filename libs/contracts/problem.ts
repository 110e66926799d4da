import { type RefusalCode } from '#domain';

/** Refusals that are the interface's own; the domain's are the `RefusalCode`s. */
export const PROBLEMS = {
  MalformedRequest: { status: 400, title: '请求不能识别', detail: '请求的格式不对，请改正后重试' },
  MalformedJson: { status: 400, title: '请求不能识别', detail: '请求体不是有效的 JSON，请检查格式' },
  TooDeep: { status: 400, title: '请求不能识别', detail: '请求体嵌套超过 32 层，请简化' },
  BadText: {
    status: 400,
    title: '请求不能识别',
    detail: '文字中含有不允许的字符（空字符或不成对的代理字符）',
  },
  BadNumber: { status: 400, title: '请求不能识别', detail: '数字过大，不能识别' },
  DuplicateKey: { status: 400, title: '请求不能识别', detail: '同一个键出现了两次，请只保留一个' },
  BadIfMatch: { status: 400, title: '请求不能识别', detail: 'If-Match 应为一个版本号，如 If-Match: "7"' },
  BadIdempotencyKey: {
    status: 400,
    title: '请求不能识别',
    detail: 'Idempotency-Key 应为 1 到 200 个可见字符',
  },
  NotSignedIn: { status: 401, title: '未登录', detail: '请先登录；登录可能已过期' },
  WrongPassword: { status: 401, title: '登录失败', detail: '用户名或密码不对，请重新输入' },
  NoSuchDemoAccount: { status: 401, title: '登录失败', detail: '这里没有这个演示账户，请用用户名和密码登录' },
  AccessDenied: { status: 403, title: '没有权限', detail: '您的岗位不能办理此事' },
  ForeignOrigin: { status: 403, title: '来源不符', detail: '请求来自其他网站，已拒绝' },
  NotFound: { status: 404, title: '没有找到', detail: '没有这一内容，或者您无权查看' },
  AttachmentMissing: {
    status: 404,
    title: '附件缺失',
    detail: '附件文件不在存储中，请联系系统管理员核对（mubiao attachments verify）',
  },
  TooLarge: {
    status: 413,
    title: '内容过大',
    detail: '请求体超过 1 MiB，或者上传的文件超过 10 MB，请缩减后重试',
  },
  WrongContentType: {
    status: 415,
    title: '请求不能识别',
    detail: '请求体应为 JSON（Content-Type: application/json）',
  },
  RevisionConflict: {
    status: 412,
    title: '内容已被他人更新',
    detail: '您打开之后别人已作了改动，请对照改动后重新提交',
  },
  InvalidFields: { status: 422, title: '填写有误', detail: '有内容填写不对，请按提示逐项改正' },
  PaperNotFillable: {
    status: 422,
    title: '不能填回这份文件',
    detail:
      '这份文件不是本系统的一张申报表、含有公式，或者没有地方放新增的行和栏目，不能只改变化的单元格；请下载新的申报表',
  },
  UnreadableDocument: { status: 422, title: '文件读不了', detail: '文件中没有读出申报表，请检查文件' },
  KeyReused: {
    status: 422,
    title: '幂等键重复使用',
    detail: '这个 Idempotency-Key 已用于另一请求，请换一个新的',
  },
  IfMatchRequired: {
    status: 428,
    title: '缺少版本号',
    detail: '请在 If-Match 中写明您看到的版本号（读取时 ETag 的值）',
  },
  AccountLocked: { status: 429, title: '暂时锁定', detail: '连续输错五次，账户已暂时锁定，请稍后再试' },
  TooManyPages: { status: 429, title: '打开的页面过多', detail: '您同时打开的页面过多，请关闭几个后重试' },
  TooManyAttempts: { status: 429, title: '操作过于频繁', detail: '尝试次数过多，请稍后再试' },
  Unavailable: { status: 503, title: '服务暂不可用', detail: '数据服务暂时没有响应，请稍后再试' },
  Defect: { status: 500, title: '系统出错', detail: '系统出错，已记录，请凭请求编号联系管理员' },
} as const satisfies Record<string, { status: number; title: string; detail: string }>;

export type ProblemCode = keyof typeof PROBLEMS;

/** RFC 9457. `path` is a JSON Pointer into the body, or a header's or query parameter's name. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: ProblemCode | RefusalCode;
  errors: readonly FieldProblem[];
}
export interface FieldProblem {
  path: string;
  message: string;
}

/** Code in a `type` URI; it names the problem and leads nowhere. */
export const typeOf = (code: string): string => `urn:mubiao:problem:${code}`;

/** A problem of the interface itself, with the fields it points at. */
export function problem(code: ProblemCode, errors: readonly FieldProblem[] = [], detail?: string): Problem {
  const { status, title, detail: usual } = PROBLEMS[code];
  return { type: typeOf(code), title, status, detail: detail ?? usual, code, errors };
}
