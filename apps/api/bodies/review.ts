import { type Decision } from '#domain/target';
import { GRADES, type Grade } from '#domain';
import { Code, Day, FormPath, OneOf, Points, Rows, Text, Texts } from './fields.ts';

export class SheetAnswerBody {
  @Text('审核内容，如 完整性', { max: 200 })
  criterion!: string;
  @Text('审核要点，如 规范完整性', { max: 200 })
  question!: string;
  @Points('得分')
  points!: string;
  @Text('说明')
  comment!: string;
}

export class AnnotationBody {
  @FormPath('批注的位置')
  path!: string;
  @Text('批注')
  comment!: string;
}

export class OpinionBody {
  @OneOf('审核决定：同意、退回修改、审核不通过', ['approve', 'return', 'reject'])
  decision!: Decision;
  @Text('审核意见')
  comment!: string;
  @OneOf('等级', GRADES, { optional: true })
  grade?: Grade;
  @Rows('绩效目标审核表', () => SheetAnswerBody, { optional: true })
  sheet?: SheetAnswerBody[];
  @Rows('批注', () => AnnotationBody, { optional: true })
  annotations?: AnnotationBody[];
  @Code('退回到：unit（单位，默认）或更早环节的编号', { optional: true })
  returnTo?: string;
}

export class WordingBody {
  @FormPath('建议修改的位置')
  path!: string;
  @Text('建议的文字')
  to!: string;
  @Text('理由')
  reason!: string;
}

export class WordingAnswerBody {
  @OneOf('接受或不接受', ['accept', 'decline'])
  decision!: 'accept' | 'decline';
  @Text('理由，不接受时填写', { optional: true })
  reason?: string;
}

export class TransferBody {
  @Text('转给谁（人员编号）', { max: 200 })
  to!: string;
  @Text('替谁转办（人员编号），由环节负责人指定时填写', { max: 200, optional: true })
  from?: string;
  @Text('理由')
  reason!: string;
}

export class SignerBody {
  @Text('加签人（人员编号）', { max: 200 })
  signer!: string;
  @Text('理由')
  reason!: string;
}

export class DelegationBody {
  @Text('委托给谁（人员编号）', { max: 200 })
  to!: string;
  @Day('起')
  since!: string;
  @Day('止（含当日）')
  until!: string;
  @Text('理由')
  reason!: string;
}

export class CopiesBody {
  @Texts('抄送给谁（人员编号）', { min: 1 })
  to!: string[];
  @Text('附言', { optional: true })
  note?: string;
}

export class UrgeBody {
  @Text('附言', { optional: true })
  note?: string;
}
