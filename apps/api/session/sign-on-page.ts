export type SignOnFailure = 'away' | 'too-late' | 'refused' | 'unknown';

const FAILURES: Readonly<Record<SignOnFailure, { status: number; sentence: string }>> = {
  away: { status: 503, sentence: '现在连不上，请稍后再试，或者用本系统的用户名和密码登录。' },
  'too-late': { status: 400, sentence: '登录等待的时间过长，或者不是从本系统发起的，请重新登录。' },
  refused: { status: 401, sentence: '没有确认您的身份，或者您取消了登录，请重新登录。' },
  unknown: {
    status: 403,
    sentence: '已确认您的身份，但本系统没有您的账户，或者您已离岗。请联系本单位的系统管理员登记。',
  },
};

/** What stands in the browser when signing in through the provider did not work, and what to do. */
export function failurePage(failure: SignOnFailure, provider: string): { status: number; html: string } {
  const { status, sentence } = FAILURES[failure];
  const html = `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>登录未成功 · 预算绩效目标管理系统</title>
<style>
  body { font: 14px/1.7 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; margin: 64px auto; max-width: 560px; padding: 0 16px; color: #222; }
  h1 { font-size: 20px; }
  a { color: #1F4E8C; }
</style>
<h1>登录未成功</h1>
<p>${escaped(provider)}：${sentence}</p>
<p><a href="/">返回登录页</a></p>
</html>
`;
  return { status, html };
}

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => `&#${String(character.charCodeAt(0))};`);
