/** Why a file could not be read as forms. */
export type UnreadableCode =
  | 'EmptyDocument'
  | 'UnknownFormat'
  | 'DocumentTooLarge'
  | 'DocumentTooComplex'
  | 'DocumentBroken'
  | 'DocumentEncrypted'
  | 'LegacyWord'
  | 'PortableDocument'
  | 'NoFormFound'
  | 'TooManyTargets'
  | 'NoTargetRows';

/** What the user reads, written once. */
export const UNREADABLE: Readonly<Record<UnreadableCode, string>> = {
  EmptyDocument: '文件是空的，请确认选对了文件',
  UnknownFormat:
    '认不出文件的格式，请提供 Word（.docx）、Excel（.xlsx、.xls）、网页或文本（UTF-8 或 GB18030 编码）形式的申报表',
  DocumentTooLarge: '文件超过 20 MB，请拆分后再导入',
  DocumentTooComplex: '文件展开后太大或单元格太多，请删去与申报表无关的内容、拆分后再导入',
  DocumentBroken: '文件已损坏，读不完整，请用 Word、WPS 或 Excel 打开并另存后再导入',
  DocumentEncrypted: '文件加了密码，请取消密码后再导入',
  LegacyWord: '这是旧版 Word 文件（.doc），请在 Word 或 WPS 中另存为 .docx 后再导入',
  PortableDocument: 'PDF 里只有版面，读不出表格，请提供 Word（.docx）或 Excel（.xlsx、.xls）原件',
  NoFormFound: '文件中没有找到绩效目标申报表，请确认表中有“项目名称”“绩效指标”等栏目',
  TooManyTargets: '一个文件最多 500 个目标，请拆分后再导入',
  NoTargetRows: '表头下面没有填写任何项目，请从模板的第二行起每行填一个项目',
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
