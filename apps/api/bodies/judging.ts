import { Ajv } from 'ajv';
import { type FormInput } from '#form';
import { type PartStep } from '#scoring';
import { Checked, Code, OneOf, TargetName, Text } from './fields.ts';
import { FormField } from './form-field.ts';

const PART_STEPS: readonly PartStep[] = ['ask', 'whole', 'proportional', 'up'];
const TEXTS = ['level1', 'level2', 'name', 'type', 'unit', 'explanation', 'rule'] as const;
const FIGURES = ['value', 'weightText', 'weight'] as const;

/** A table's empty cell may be null, and its figures JSON numbers. */
const cell = { type: ['string', 'null'], maxLength: 20_000 };
const figure = { type: ['string', 'number', 'null'], maxLength: 20_000 };
const row = {
  type: 'object',
  properties: Object.fromEntries([
    ...TEXTS.map((name) => [name, cell] as const),
    ...FIGURES.map((name) => [name, figure] as const),
  ]),
  additionalProperties: false,
};
const isRow = new Ajv({ allowUnionTypes: true }).compile(row);

/** With a target, or with a campaign and a unit, the form is compared with the others there; alone it is not. */
export class ScreeningBody {
  @FormField()
  form!: FormInput;
  @TargetName('作为哪个目标的修改', { optional: true })
  targetId?: string;
  @Text('申报批次，与预算单位一起填写', { max: 100, optional: true })
  campaignId?: string;
  @Code('预算单位编码', { optional: true })
  unitCode?: string;
}

/** A row as the labelled cases and the command line write it. */
export class ScoringBody {
  @Checked('指标行（类型、指标值、计量单位、评分标准等）', {
    name: 'isScoringRow',
    isRight: (value) => isRow(value),
    schema: { type: 'object', additionalProperties: true },
  })
  row!: Record<string, string | number | null>;
  @Text('实际完成值')
  actual!: string;
  @OneOf('不足一档怎样计', PART_STEPS, { optional: true })
  partStep?: PartStep;
}
