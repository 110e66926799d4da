/** Why a file could not be read as forms. */
export type UnreadableCode = 'EmptyDocument' | 'UnknownFormat' | 'DocumentTooLarge' | 'NoFormFound';

/** What the user reads, written once. */
export const UNREADABLE: Readonly<Record<UnreadableCode, string>> = {
  EmptyDocument: '文件是空的，请确认选对了文件',
  UnknownFormat: '认不出文件的格式，请提供文本形式的申报表（UTF-8 或 GB18030 编码），或另存后重试',
  DocumentTooLarge: '文件超过 20 MB，请拆分后再导入',
  NoFormFound: '文件中没有找到绩效目标申报表，请确认表中有“项目名称”“绩效指标”等栏目',
};

/** A document that yields no form; `message` is the sentence for the user. */
export class UnreadableDocument extends Error {
  override readonly name = 'UnreadableDocument';

  constructor(
    readonly code: UnreadableCode,
    options?: ErrorOptions,
  ) {
    super(UNREADABLE[code], options);
  }
}
