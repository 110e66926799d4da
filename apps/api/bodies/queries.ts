import { BOXES, type Box } from '#contracts';
import { TARGET_STATES, type TargetState } from '#domain/target';
import { type FormKind } from '#form';
import { Checked, Code, OneOf, QueryNumber, Text } from './fields.ts';

const STATES = TARGET_STATES.filter((state) => state !== 'none');
const KINDS = ['project', 'overall', 'direction'];

/** At least as new as one's own last change. */
export class AfterQuery {
  @Text('至少读到这一位置（X-Position 或 position），最多等 2 秒', { optional: true, max: 100 })
  after?: string;
}

export class PageQuery extends AfterQuery {
  @QueryNumber('每页条数', { min: 1, max: 200, optional: true })
  limit?: number;
  @Text('上一页给出的 next', { optional: true, max: 1000 })
  cursor?: string;
}

export class TargetsQuery extends PageQuery {
  @OneOf('状态', STATES, { optional: true })
  state?: TargetState;
  @OneOf('表种', KINDS, { optional: true })
  kind?: FormKind;
  @Code('主管部门编码', { optional: true })
  department?: string;
  @Code('预算单位编码', { optional: true })
  unit?: string;
  @QueryNumber('年度', { min: 1990, max: 2100, optional: true })
  year?: number;
  @Text('申报批次', { optional: true, max: 100 })
  campaign?: string;
  @Text('名称、单位或指标中的文字', { optional: true, max: 200 })
  q?: string;
}

export class DisclosuresQuery extends PageQuery {
  @QueryNumber('年度', { min: 1990, max: 2100, optional: true })
  year?: number;
  @Code('主管部门编码', { optional: true })
  department?: string;
  @Code('预算单位编码', { optional: true })
  unit?: string;
  @Text('名称、单位或指标中的文字', { optional: true, max: 200 })
  q?: string;
}

export class TasksQuery extends PageQuery {
  @OneOf('待办、已办、我发起的、抄送我的', BOXES, { optional: true })
  box?: Box;
  @Text('申报批次', { optional: true, max: 100 })
  campaign?: string;
}

export class IndicatorsQuery extends PageQuery {
  @Text('指标名称中的文字', { optional: true, max: 200 })
  q?: string;
  @Text('要找相近指标的名称', { optional: true, max: 200 })
  like?: string;
  @OneOf('表种', KINDS, { optional: true })
  kind?: FormKind;
}

export class CampaignQuery extends AfterQuery {
  @Text('申报批次', { optional: true, max: 100 })
  campaign?: string;
}

export class GateQuery extends PageQuery {
  @Text('申报批次', { optional: true, max: 100 })
  campaign?: string;
  @Code('主管部门编码', { optional: true })
  department?: string;
}

const isEntry = (value: unknown): boolean => typeof value === 'string' && /^\d{1,18}$/.test(value);

export class SignInsQuery {
  @QueryNumber('每页条数', { min: 1, max: 200, optional: true })
  limit?: number;
  @Checked('上一页给出的 next', {
    optional: true,
    name: 'isCursor',
    isRight: isEntry,
    schema: { type: 'string' },
  })
  cursor?: string;
}
