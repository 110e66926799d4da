import { Code, QueryNumber } from './fields.ts';

const LARGEST = 999_999_999;

export class SealsQuery {
  @QueryNumber('每页条数', { min: 1, max: 200, optional: true })
  limit?: number;
  @QueryNumber('上一页给出的 next', { min: 0, max: LARGEST, optional: true })
  cursor?: number;
}

export class InclusionQuery {
  @Code('目标编号')
  target!: string;
  @QueryNumber('目标的版本', { min: 0, max: LARGEST })
  revision!: number;
}

export class ConsistencyQuery {
  @QueryNumber('较早的签名根覆盖的事件数', { min: 0, max: LARGEST })
  from!: number;
}
