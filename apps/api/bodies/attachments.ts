import { Text } from './fields.ts';

/** The file itself is the body. */
export class AttachmentQuery {
  @Text('文件名', { max: 200 })
  name!: string;
}
