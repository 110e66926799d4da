import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateBy,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { isDay } from '#form';
import { type BodyClass } from './form-field.ts';

/** Longest text of a field, in UTF-16 code units, and most rows of a list: the limits of the interface. */
const LONGEST = 20_000;
const MOST_ROWS = 500;

export interface FieldOptions {
  /** Absent is allowed; `null` is not. */
  optional?: true;
}

/** One field of a body: described for the API description and checked, by the same decorator. */
function field(
  description: string,
  { optional }: FieldOptions,
  schema: ApiPropertyOptions,
  ...checks: PropertyDecorator[]
): PropertyDecorator {
  const mayBeAbsent = optional ? [ValidateIf((_: object, value: unknown) => value !== undefined)] : [];
  return applyDecorators(
    ApiProperty({ ...schema, description, required: !optional } as ApiPropertyOptions),
    ...mayBeAbsent,
    ...checks,
  );
}

/** A check of our own; `choices` are told to the user. */
const check = (name: string, isRight: (value: unknown) => boolean): PropertyDecorator =>
  ValidateBy({ name, validator: { validate: isRight } });

const matching =
  (pattern: RegExp) =>
  (value: unknown): boolean =>
    typeof value === 'string' && pattern.test(value);

export function choicesOf(context: unknown): readonly string[] | undefined {
  return Array.isArray(context) ? context.map(String) : undefined;
}

const NotBlank = (): PropertyDecorator => check('isNotBlank', matching(/\S/));

export const Text = (description: string, options: FieldOptions & { max?: number } = {}): PropertyDecorator =>
  field(
    description,
    options,
    { type: 'string', minLength: 1, maxLength: options.max ?? LONGEST },
    IsString(),
    NotBlank(),
    MaxLength(options.max ?? LONGEST),
  );

/** 区划, unit and department codes, ids that people give. */
export const Code = (description: string, options: FieldOptions = {}): PropertyDecorator =>
  field(
    description,
    options,
    { type: 'string', pattern: '^[A-Za-z0-9._-]{1,64}$' },
    check('isCode', matching(/^[A-Za-z0-9._-]{1,64}$/)),
  );

/** The id of a target. */
export const TargetName = (description: string, options: FieldOptions = {}): PropertyDecorator =>
  field(
    description,
    options,
    { type: 'string', format: 'uuid' },
    check('isTargetId', matching(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)),
  );

/** 万元 as decimal text. */
export const Amount = (description: string, options: FieldOptions = {}): PropertyDecorator =>
  field(
    description,
    options,
    { type: 'string', example: '50.25' },
    check('isAmount', matching(/^(?:(?:0|[1-9]\d{0,7})(?:\.\d{1,6})?|100000000(?:\.0{1,6})?)$/)),
  );

/** Points as decimal text with at most two places. */
export const Points = (description: string, options: FieldOptions = {}): PropertyDecorator =>
  field(
    description,
    options,
    { type: 'string', example: '9.50' },
    check('isPoints', matching(/^\d{1,4}(?:\.\d{1,2})?$/)),
  );

export const Day = (description: string, options: FieldOptions = {}): PropertyDecorator =>
  field(
    description,
    options,
    { type: 'string', format: 'date' },
    check('isDay', (value) => typeof value === 'string' && isDay(value)),
  );

/** A JSON Pointer into the form. */
export const FormPath = (description: string, options: FieldOptions = {}): PropertyDecorator =>
  field(
    description,
    options,
    { type: 'string', example: '/indicators/i3/value' },
    check('isPath', matching(/^\/(?:[^\0/]{0,200}\/?){0,8}$/)),
  );

export const WebAddress = (description: string, options: FieldOptions = {}): PropertyDecorator =>
  field(
    description,
    options,
    { type: 'string', format: 'uri' },
    check(
      'isWebAddress',
      (value) => matching(/^https?:\/\/\S{1,2000}$/i)(value) && URL.canParse(value as string),
    ),
  );

export const OneOf = (
  description: string,
  choices: readonly string[],
  options: FieldOptions = {},
): PropertyDecorator =>
  field(
    description,
    options,
    { type: 'string', enum: [...choices] },
    IsIn([...choices], { context: [...choices] }),
  );

export const Flag = (description: string, options: FieldOptions = {}): PropertyDecorator =>
  field(description, options, { type: 'boolean' }, IsBoolean());

export const WholeNumber = (
  description: string,
  { min, max, ...options }: FieldOptions & { min: number; max: number },
): PropertyDecorator =>
  field(description, options, { type: 'integer', minimum: min, maximum: max }, IsInt(), Min(min), Max(max));

/** A number in a query, where everything arrives as text. */
export const QueryNumber = (
  description: string,
  options: FieldOptions & { min: number; max: number },
): PropertyDecorator =>
  applyDecorators(
    Type(() => Number),
    WholeNumber(description, options),
  );

/** A list of texts, such as user ids. */
export const Texts = (
  description: string,
  options: FieldOptions & { min?: number } = {},
): PropertyDecorator =>
  field(
    description,
    options,
    { type: 'array', items: { type: 'string', minLength: 1, maxLength: 200 }, maxItems: MOST_ROWS },
    IsArray(),
    ArrayMinSize(options.min ?? 0),
    ArrayMaxSize(MOST_ROWS),
    IsString({ each: true }),
    MaxLength(200, { each: true }),
    ValidateBy({ name: 'isNotBlank', validator: { validate: matching(/\S/) } }, { each: true }),
  );

/** A list of objects of one class. */
export const Rows = (
  description: string,
  type: () => BodyClass,
  options: FieldOptions & { min?: number; max?: number } = {},
): PropertyDecorator =>
  field(
    description,
    options,
    // Swagger asks a lazy type by its name, which has to be `type`.
    { type: () => type(), isArray: true, maxItems: options.max ?? MOST_ROWS },
    IsArray(),
    ArrayMinSize(options.min ?? 0),
    ArrayMaxSize(options.max ?? MOST_ROWS),
    ValidateNested({ each: true }),
    Type(type),
  );

/** Anything else: a schema for the description, a named check for the rest. */
export const Checked = (
  description: string,
  {
    name,
    isRight,
    schema,
    ...options
  }: FieldOptions & {
    name: string;
    isRight: (value: unknown) => boolean;
    schema: ApiPropertyOptions;
  },
): PropertyDecorator => field(description, options, schema, check(name, isRight));
