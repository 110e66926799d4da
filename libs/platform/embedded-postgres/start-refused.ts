import { codeOf } from './error-code.ts';

/** Why a start is refused. The code is for programs and tests, the sentence for the person at the screen. */
export type StartRefusal =
  | 'DataFolderInUse'
  | 'DataFolderUnusable'
  | 'DataFolderUnreachable'
  | 'DataOfAnotherUser'
  | 'DataOfAnotherVersion'
  | 'DiskFull'
  | 'NoBinaries'
  | 'NoAccount'
  | 'ServerFailed';

/** The system does not start; `message` is one Chinese sentence: what is wrong and what to do. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';

  constructor(
    readonly code: StartRefusal,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

export const diskFull = (folder: string): StartRefused =>
  new StartRefused('DiskFull', `磁盘已满：${folder} 所在磁盘没有足够的可用空间，请清理后重新启动。`);

/** Turns an error of the file system into its sentence; any other error is passed on as it is. */
export function refusalOfFileError(error: unknown, folder: string): unknown {
  switch (codeOf(error) ?? '') {
    case 'ENOSPC':
    case 'EDQUOT':
      return diskFull(folder);
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new StartRefused(
        'DataFolderUnusable',
        `没有权限写入数据目录 ${folder}，请改正其权限，或用 MUBIAO_DATA 指定另一个目录。`,
        { cause: error },
      );
    case 'ENOTDIR':
    case 'EEXIST':
    case 'ELOOP':
    case 'ENAMETOOLONG':
      return new StartRefused(
        'DataFolderUnusable',
        `数据目录 ${folder} 不是可用的文件夹，请用 MUBIAO_DATA 指定另一个目录。`,
        { cause: error },
      );
  }
  return error;
}
