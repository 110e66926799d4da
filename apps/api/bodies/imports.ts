import { QueryNumber, Text } from './fields.ts';

/** What was pasted, where no file is sent. */
export class ImportBody {
  @Text('粘贴的表格（HTML）', { optional: true, max: 1_000_000 })
  html?: string;
}

export class ImportQuery {
  @Text('文件名，只用于答复', { optional: true, max: 300 })
  name?: string;
  @QueryNumber('文件没有写明年度时采用的年度', { min: 1990, max: 2100, optional: true })
  year?: number;
}
