import { type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { checkForm } from '#form';
import { constraintSentence, describeFormIssue, type FieldProblem } from '#contracts';
import { takesForm, type BodyClass } from '../bodies/form-field.ts';
import { choicesOf } from '../bodies/fields.ts';
import { HttpProblem } from './http-problem.ts';

const STRICT = {
  whitelist: true,
  forbidNonWhitelisted: true,
  forbidUnknownValues: false,
  validationError: { target: false, value: false },
} as const;

type Fields = Record<string, unknown>;

/**
 * Checks bodies and queries against their classes. The form in a body goes past them to its own JSON Schema, and is
 * put back as it came: a form of 40 indicators costs the schema 8 µs, the classes 775.
 * @throws HttpProblem 422 with every field that is wrong
 */
export class BodyPipe implements PipeTransform {
  transform(value: unknown, { type, metatype }: ArgumentMetadata): unknown {
    if (type === 'param' || type === 'custom' || !isBodyClass(metatype)) return value;
    const fields = value ?? {};
    if (typeof fields !== 'object' || Array.isArray(fields))
      throw new HttpProblem('MalformedRequest', [{ path: '', message: '应为 JSON 对象' }]);
    if (!takesForm(metatype)) return checked(metatype, fields as Fields, []);
    const { form, ...rest } = fields as Fields;
    const read = checkForm(form);
    if ('form' in read) return Object.assign(checked(metatype, rest, []), { form: read.form });
    return checked(
      metatype,
      rest,
      read.issues.map((issue) => describeFormIssue(issue)),
    );
  }
}

const isBodyClass = (metatype: ArgumentMetadata['metatype']): metatype is BodyClass =>
  metatype !== undefined && ![String, Number, Boolean, Array, Object].some((plain) => plain === metatype);

function checked(type: BodyClass, fields: Fields, wrong: readonly FieldProblem[]): object {
  const body = plainToInstance(type, fields);
  const errors = [...wrong, ...validateSync(body, STRICT).flatMap((error) => problemsOf(error, ''))];
  if (errors.length > 0) throw new HttpProblem('InvalidFields', errors);
  return body;
}

function problemsOf(error: ValidationError, base: string): FieldProblem[] {
  const path = `${base}/${error.property}`;
  const inner = (error.children ?? []).flatMap((child) => problemsOf(child, path));
  const [name] = Object.keys(error.constraints ?? {}).sort(byImportance);
  if (name === undefined) return inner;
  return [{ path, message: constraintSentence(name, choicesOf(error.contexts?.[name])) }, ...inner];
}

/** That a value is of the wrong type explains everything else that is wrong about it. */
const byImportance = (a: string, b: string): number => Number(isType(b)) - Number(isType(a));
const isType = (name: string): boolean => /^is(String|Array|Object|Int|Boolean)$/.test(name);
