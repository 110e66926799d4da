import { ApiProperty } from '@nestjs/swagger';

export type BodyClass = new () => object;

const withForm = new WeakSet();

/** Marks the property that holds a form. It is checked by the form's JSON Schema, not by its class. */
export function FormField(): PropertyDecorator {
  const describe = ApiProperty({
    description: '申报表（kind 决定表种）',
    oneOf: ['ProjectForm', 'OverallForm', 'DirectionForm'].map((name) => ({
      $ref: `#/components/schemas/${name}`,
    })),
  });
  return (target, property) => {
    withForm.add(target.constructor);
    describe(target, property);
  };
}

export const takesForm = (type: BodyClass): boolean => withForm.has(type);
