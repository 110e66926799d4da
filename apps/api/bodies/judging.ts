import { Ajv } from 'ajv';
import { type FormInput } from '#form';
import { type PartStep } from '#scoring';
import { Checked, OneOf, Text } from './fields.ts';
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

export class ScreeningBody {
  @FormField()
  form!: FormInput;
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
