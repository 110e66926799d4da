import { Checked, Code, QueryNumber, Rows, Text } from './fields.ts';

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

const isRows = (value: unknown): boolean =>
  typeof value === 'string' && /^\d{1,6}(?:,\d{1,6}){0,499}$/.test(value);

export class BatchDraftsQuery extends ImportQuery {
  @Text('申报批次', { max: 100 })
  campaignId!: string;
  @Checked('要建立草稿的行，以逗号分开；不填为全部没有错误的行', {
    optional: true,
    name: 'isRows',
    isRight: isRows,
    schema: { type: 'string', example: '2,3,7' },
  })
  rows?: string;
}

const isObject = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export class DraftItemBody {
  @Text('导入时给出的 key：同一张表再次提交不会重复建立', { optional: true, max: 200 })
  key?: string;
  @Code('预算单位编码')
  unitCode!: string;
  @Checked('申报表（kind 决定表种）', {
    name: 'isObject',
    isRight: isObject,
    schema: {
      oneOf: ['ProjectForm', 'OverallForm', 'DirectionForm'].map((name) => ({
        $ref: `#/components/schemas/${name}`,
      })),
    },
  })
  form!: object;
}

export class DraftsBody {
  @Text('申报批次', { max: 100 })
  campaignId!: string;
  @Rows('要建立草稿的申报表', () => DraftItemBody, { min: 1 })
  items!: DraftItemBody[];
}
