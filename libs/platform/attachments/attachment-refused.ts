export type AttachmentRefusal = 'TooLarge' | 'Empty' | 'UnknownKind' | 'WithMacros';

/** A file that may not be attached. */
export class AttachmentRefused extends Error {
  override readonly name = 'AttachmentRefused';
  constructor(
    readonly code: AttachmentRefusal,
    /** With `TooLarge`: what is allowed, in megabytes. */
    readonly megabytes = 0,
  ) {
    super(code);
  }

  /** What the user reads. */
  get sentence(): string {
    return SENTENCES[this.code](this.megabytes);
  }
}

const SENTENCES: Readonly<Record<AttachmentRefusal, (megabytes: number) => string>> = {
  TooLarge: (megabytes) => `附件超过 ${megabytes} MB，请压缩或拆分后再上传`,
  Empty: () => '附件是空文件，请确认选对了文件',
  UnknownKind: () => '不支持这种附件，请上传 PDF、Word、Excel、PPT、WPS、OFD、图片或 zip 文件',
  WithMacros: () => '附件含有宏，请另存为不含宏的文件（docx、xlsx、pptx）后再上传',
};
