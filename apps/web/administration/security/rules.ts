/** What the programs enforce; its spec holds these beside libs/platform/access. */
export const FAILURES = 5;
export const LOCKED_MINUTES = 15;
export const IDLE_MINUTES = 30;
export const LONGEST_HOURS = 12;
export const LINK_HOURS = 24;

/** Told here so that it can be answered for in an inspection. */
export const SIGN_IN_RULES: readonly (readonly [string, string])[] = [
  ['密码', '至少 10 个字；只保存加盐的 Argon2id 摘要，任何人都看不到密码。'],
  [
    '失败锁定',
    `同一用户名连续 ${String(FAILURES)} 次不对，锁定 ${String(LOCKED_MINUTES)} 分钟；用户名是否存在不提示。`,
  ],
  [
    '会话',
    `${String(IDLE_MINUTES)} 分钟不操作自动退出，最长 ${String(LONGEST_HOURS)} 小时；人员调离立即退出。`,
  ],
  ['密码链接', `${String(LINK_HOURS)} 小时内有效，只能用一次；设好新密码后其他会话全部退出。`],
  ['登录记录', '记录时间、人员、地址和结果；用户名输错时不保留输入的内容。'],
];
