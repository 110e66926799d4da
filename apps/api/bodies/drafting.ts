import { ApiSchema } from '@nestjs/swagger';
import { type FormInput } from '#form';
import { Code, FormPath, Rows, Text } from './fields.ts';
import { FormField } from './form-field.ts';

/** A command that needs no words; any field in it is refused. */
@ApiSchema({ description: '不需要内容' })
export class EmptyBody {}

export class DraftBody {
  @Text('申报批次', { max: 100 })
  campaignId!: string;
  @Code('预算单位编码')
  unitCode!: string;
  @FormField()
  form!: FormInput;
}

/** 涉密: what it is known by, and why; a form is not taken. */
export class ClassifiedBody {
  @Text('申报批次', { max: 100 })
  campaignId!: string;
  @Code('预算单位编码')
  unitCode!: string;
  @Text('项目编码', { max: 100 })
  code!: string;
  @Text('定密依据或理由')
  reason!: string;
}

export class FormBody {
  @FormField()
  form!: FormInput;
}

export class CommentBody {
  @Text('意见')
  comment!: string;
}

export class ReasonBody {
  @Text('理由')
  reason!: string;
}

export class AnswerBody {
  @Text('预审问题代码', { max: 100 })
  code!: string;
  @FormPath('问题所在位置')
  path!: string;
  @Text('答复')
  answer!: string;
}

export class SubmissionBody {
  @Rows('对预审提示的答复', () => AnswerBody, { optional: true })
  answers?: AnswerBody[];
}
