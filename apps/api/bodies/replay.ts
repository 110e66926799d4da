import { Checked, QueryNumber } from './fields.ts';

const LARGEST = 1_000_000;
const isMoment = (value: unknown): boolean =>
  typeof value === 'string' &&
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/.test(value) &&
  !Number.isNaN(Date.parse(value));

export class MomentQuery {
  @Checked('时间（ISO 8601，带时区）', {
    optional: true,
    name: 'isMoment',
    isRight: isMoment,
    schema: { type: 'string', format: 'date-time' },
  })
  time?: string;
  @QueryNumber('版本', { min: 0, max: LARGEST, optional: true })
  revision?: number;
}

export class BetweenQuery {
  @QueryNumber('从哪一版本', { min: 0, max: LARGEST })
  from!: number;
  @QueryNumber('到哪一版本', { min: 0, max: LARGEST })
  to!: number;
}
