import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

import { CommandFailed } from '../command-failed.ts';

export interface Address {
  host: string;
  port: number;
}

const LOOK_EVERY_MS = 100;

/**
 * Tries the address before anything is started on it.
 * @param patience milliseconds to wait for a program of an earlier run that is just ending
 * @throws CommandFailed with one sentence
 */
export async function requireFreePort({ host, port }: Address, patience: number): Promise<void> {
  const deadline = performance.now() + patience;
  let code = await errorOfListening({ host, port });
  while (code === 'EADDRINUSE' && performance.now() < deadline) {
    await wait(LOOK_EVERY_MS);
    code = await errorOfListening({ host, port });
  }
  if (code === null) return;
  const other = '请停止占用它的程序，或用 PORT 指定另一个端口';
  if (code === 'EADDRINUSE') throw new CommandFailed(`端口 ${port} 已被其他程序占用，${other}。`);
  if (code === 'EACCES')
    throw new CommandFailed(`没有权限监听端口 ${port}，请用 PORT 指定 1024 以上的端口。`);
  throw new CommandFailed(`无法在 ${host}:${port} 上监听（${code}），请检查 HOST 和 PORT。`);
}

function errorOfListening({ host, port }: Address): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
    server.listen(port, host, () => server.close(() => resolve(null)));
  });
}
