/** What `/` shows until the web application is there. */
export const START_PAGE = `<!doctype html>
<html lang="zh-CN">
<meta charset="utf-8">
<title>预算绩效目标管理系统</title>
<style>
  body { font: 14px/1.7 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; margin: 64px auto; max-width: 640px; color: #222; }
  h1 { font-size: 20px; color: #1F4E8C; }
</style>
<h1>预算绩效目标管理系统</h1>
<p>系统正在运行。网页端尚未安装，目前可以通过接口使用。</p>
<p>接口说明（OpenAPI 3.1）：<a href="/api/openapi.json">/api/openapi.json</a></p>
<p>先以 POST /api/session 登录，各操作所需的权限与格式见接口说明。</p>
</html>
`;
