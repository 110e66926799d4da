import { GRADES, type Grade } from '#domain';
import { Amount, Day, OneOf, Rows, TargetName, Text, WholeNumber } from './fields.ts';

const MOST_TARGETS = 200;

export class BatchedTargetBody {
  @TargetName('目标编号')
  id!: string;
  @WholeNumber('您看到的版本号', { min: 0, max: 999_999_999 })
  revision!: number;
}

export class GrantedTargetBody extends BatchedTargetBody {
  @Amount('批复金额（万元），不写则按申报金额', { optional: true })
  amount?: string;
}

export class OpinionsBody {
  @Rows('目标', () => BatchedTargetBody, { min: 1, max: MOST_TARGETS })
  targets!: BatchedTargetBody[];
  @OneOf('审核决定：批量只能同意', ['approve'])
  decision!: 'approve';
  @Text('审核意见')
  comment!: string;
  @OneOf('等级', GRADES, { optional: true })
  grade?: Grade;
}

export class GrantsBody {
  @Text('批复文号', { max: 200 })
  documentNumber!: string;
  @Day('批复日期')
  date!: string;
  @Rows('目标', () => GrantedTargetBody, { min: 1, max: MOST_TARGETS })
  targets!: GrantedTargetBody[];
}
