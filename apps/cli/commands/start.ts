import type { Command } from 'commander';

import { configurationOrFail } from '../configuration.ts';
import { runSystem, SYSTEM_PROGRAMS } from '../start/index.ts';

export function registerStart(program: Command): void {
  program
    .command('start')
    .description('启动整个系统（数据库、api、worker），按 Ctrl-C 停止')
    .addHelpText('after', HELP)
    .action(() => runSystem(configurationOrFail(process.env), SYSTEM_PROGRAMS));
}

const HELP = `
环境变量：
  PORT                  端口，默认 3000
  HOST                  监听的地址，默认 127.0.0.1
  MUBIAO_DATA           数据目录，默认 ./data
  MUBIAO_DEMO_PASSWORD  演示账户的密码，默认随机生成并显示一次
  DATABASE_URL          已有的 PostgreSQL，默认使用内置的
  EVENTSTOREDB_URL      事件存放在 EventStoreDB，默认存放在 PostgreSQL
  REDIS_URL             任务队列使用 Redis，默认使用 PostgreSQL
  NODE_ENV=production   生产环境：没有演示数据和演示账户`;
