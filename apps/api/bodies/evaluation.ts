import { Amount, OneOf, Points, Rows, Text, Texts } from './fields.ts';

export class ActualBody {
  @Text('指标编号', { max: 64 })
  indicatorId!: string;
  @Text('实际完成值')
  actual!: string;
  @Points('得分，人工评分或与自动评分不同时填写', { optional: true })
  points?: string;
  @Text('未得满分、明显超出目标或改动得分的原因', { optional: true })
  reason?: string;
  @Texts('佐证材料（附件的 sha256 或名称）', { optional: true })
  evidence?: string[];
}

export class SelfEvaluationBody {
  @Amount('实际支出（万元）')
  paid!: string;
  @Amount('调整后预算（万元）')
  budget!: string;
  @Rows('各指标完成情况', () => ActualBody)
  actuals!: ActualBody[];
}

export class CorrectionBody {
  @Text('指标编号', { max: 64 })
  indicatorId!: string;
  @Points('核定得分')
  points!: string;
  @Text('理由')
  reason!: string;
}

export class EvaluationBody {
  @OneOf('确认或退回自评', ['confirm', 'return'])
  decision!: 'confirm' | 'return';
  @Text('复核意见')
  comment!: string;
  @Rows('逐项更正', () => CorrectionBody, { optional: true })
  points?: CorrectionBody[];
}
